import { exampleScheme } from '../example.js';
import type { Scheme, SchemeContinuation } from '../scheme.js';
import { schemeContinuationFaults } from './continuation.js';

const before = exampleScheme();
const same = { access: 'same', parking: 'same', welcome: 'same', waiting: 'same' } as const;
const stating = (criteria: SchemeContinuation['criteria'], dropped: string[] = [], version = 1) => ({
  version: 2,
  previous: { version, criteria, dropped },
});
const found = (changes: Partial<Scheme>, earlier = before) =>
  schemeContinuationFaults(earlier, { ...before, ...changes }).map(({ where, reason }) => `${where} ${reason}`);
const accessWith = (change: object): Pick<Scheme, 'pillars'> => {
  const [place, ...others] = exampleScheme().pillars;
  const [building] = place!.elements;
  const [access, ...rest] = building!.criteria;
  return {
    pillars: [{ ...place!, elements: [{ ...building!, criteria: [{ ...access!, ...change }, ...rest] }] }, ...others],
  };
};
const retitled = accessWith({ title: { ar: 'سهولة الوصول', en: 'Accessibility' } });
const translated = accessWith({ title: { ar: 'سهولة الوصول', en: 'Access', ur: 'رسائی' } });
const fedAnew = accessWith({ feed: { by: 'study', study: 'access', minimum: 0 } });
const evidenced = accessWith({ evidence: 'none' });
const reweighed = accessWith({ weight: 9, channels: ['centre', 'digital'] });
const renamed = accessWith({ code: 'reach' });
const relevelled = { levels: before.levels.map((one) => (one.score === 50 ? { ...one, score: 60 } : one)) };

describe('schemeContinuationFaults', () => {
  it.each<[string, Partial<Scheme>, string[]]>([
    ['the same is the same', stating(same), []],
    ['another weight is no other criterion', { ...stating(same), ...reweighed }, []],
    ['nor is a translation', { ...stating(same), ...translated }, []],
    ['nothing stated', { version: 2 }, ['previous missing']],
    [
      'a criterion not stated',
      stating({ access: 'same', parking: 'same', welcome: 'same' }),
      ['previous.criteria.waiting missing'],
    ],
    ['a criterion that is none', stating({ ...same, garden: 'same' }), ['previous.criteria.garden unknown']],
    ['another version before', stating(same, [], 3), ['previous.version notOneOf']],
    ['no later version', { ...stating(same), version: 1 }, ['version tooSmall']],
    ['another scheme', { ...stating(same), code: 'other' }, ['code notOneOf']],
    ['another title is not the same', { ...stating(same), ...retitled }, ['previous.criteria.access comparesLess']],
    ['but reworded', { ...stating({ ...same, access: 'reworded' }), ...retitled }, []],
    ['or less', { ...stating({ ...same, access: 'rescaled' }), ...retitled }, []],
    ['less may be stated of the same', stating({ ...same, access: 'rescaled', parking: 'reworded' }), []],
    [
      'another feed is not reworded',
      { ...stating({ ...same, access: 'reworded' }), ...fedAnew },
      ['previous.criteria.access comparesLess'],
    ],
    ['but rescaled', { ...stating({ ...same, access: 'rescaled' }), ...fedAnew }, []],
    ['nor is other evidence', { ...stating(same), ...evidenced }, ['previous.criteria.access comparesLess']],
    [
      'levels change what is graded, and nothing else',
      { ...stating(same), ...relevelled },
      ['previous.criteria.access comparesLess', 'previous.criteria.parking comparesLess'],
    ],
    [
      'new is what was not there',
      { ...stating({ ...same, access: 'new' }), pillars: before.pillars },
      ['previous.criteria.access notOneOf'],
    ],
    [
      'new and dropped, as they are',
      { ...stating({ reach: 'new', parking: 'same', welcome: 'same', waiting: 'same' }, ['access']), ...renamed },
      [],
    ],
    [
      'new and dropped, as they are not',
      { ...stating({ ...same, reach: 'same' }, ['welcome', 'garden']), ...renamed },
      [
        'previous.criteria.reach notOneOf',
        'previous.criteria.access unknown',
        'previous.dropped[0] stillThere',
        'previous.dropped[1] unknown',
        'previous.dropped notNamed',
      ],
    ],
    [
      'dropped twice',
      {
        ...stating({ reach: 'new', parking: 'same', welcome: 'same', waiting: 'same' }, ['access', 'access']),
        ...renamed,
      },
      ['previous.dropped[1] repeated'],
    ],
  ])('%s', (_, changes, faults) => expect(found(changes)).toEqual(faults));

  it('nor is a translation that went', () => {
    expect(found(stating(same), { ...before, ...translated })).toEqual([]);
  });
});
