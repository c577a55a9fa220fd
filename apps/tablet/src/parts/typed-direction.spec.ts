import { typedDirection } from './typed-direction.js';

it.each([
  ['nothing typed goes with the page', '', undefined],
  ['blanks and numbers go with the page', ' 08:00 – 14:00', undefined],
  ['Arabic is right to left', 'كان الباب مغلقًا', 'auto'],
  ['English is left to right', '3 people waited', 'auto'],
])('%s', (_, text, direction) => expect(typedDirection(text)).toBe(direction));
