import { textsIn, wordingIn, type Fault, type Wording } from '#contract';
import { Item } from '#instruments';
import { faultText } from './fault-text.js';

const words = (en: string): Wording => ({ ar: 'نص', en });
const told = (fault: Fault, item: object | null = null) => {
  const parsed = item && Item.parse({ code: 'one', text: words('One'), ...item });
  return faultText(fault, parsed, textsIn('en'), (wording) => wordingIn(wording, 'en'));
};
const options = [
  { code: 'a', text: words('Seats') },
  { code: 'z', text: words('None of these') },
];

describe('what is wrong, in words', () => {
  it.each<[string, Fault, object | null, string]>([
    ['nothing there', { where: 'answers.one', reason: 'missing' }, { type: 'yesNo' }, 'Not answered yet'],
    [
      'one stamp of two',
      { where: 'answers.one.to', reason: 'missing' },
      { type: 'timePair', from: words('Ticket'), to: words('Called') },
      'Still missing: Called',
    ],
    [
      'a row',
      { where: 'answers.one.r1', reason: 'missing' },
      { type: 'matrix', scale: 's', rows: [{ code: 'r1', text: words('The light') }] },
      'Still missing: The light',
    ],
    [
      'a rule of the form, in its own words',
      { where: 'answers.one', reason: 'constraint', params: { en: 'These cannot both be.', ar: 'نص', number: 1 } },
      { type: 'yesNo' },
      'These cannot both be.',
    ],
    [
      'an option that stands alone, by its text',
      { where: 'answers.one', reason: 'standsAlone', params: { option: 'z' } },
      { type: 'choices', options },
      'None of these cannot be chosen together with others',
    ],
    [
      'anything else as everywhere',
      { where: 'answers.one', reason: 'tooLarge', params: { max: 20 } },
      { type: 'number' },
      'this is too large; expected 20 or less',
    ],
  ])('%s', (_, fault, item, text) => expect(told(fault, item)).toBe(text));
});
