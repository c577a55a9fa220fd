import { swipeOf } from './swipe.js';

it.each([
  [-80, 5, 'ltr', 'next'],
  [80, 5, 'ltr', 'previous'],
  [-80, 5, 'rtl', 'previous'],
  [80, -5, 'rtl', 'next'],
  [-63, 0, 'ltr', null],
  [-80, 41, 'ltr', null],
  [0, 300, 'rtl', null],
] as const)('a finger going %i along and %i across in %s turns to: %s', (along, across, direction, page) =>
  expect(swipeOf(along, across, direction)).toBe(page),
);
