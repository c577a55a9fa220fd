import { exampleDocument, exampleScheme } from '../example.js';
import type { Scheme } from '../scheme.js';
import { schemeDifferences } from './differences.js';

type Pillar = Scheme['pillars'][number];

const before = exampleScheme();
const [place, service] = before.pillars as [Pillar, Pillar];
const differences = (changes: Partial<Scheme>) => schemeDifferences(before, { ...before, ...changes });
/** In one line: `+`, `−` or nothing, where, what, from → to. */
const told = (changes: Partial<Scheme>) =>
  differences(changes).map(({ kind, where, what, language, channels, from, to }) =>
    [
      { added: '+', removed: '−', changed: '' }[kind] + where,
      [what, language, channels?.join('+')].filter(Boolean).join(' '),
      [from, to].map((value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value)).join(' → '),
    ].join(' | '),
  );
const withAccess = (change: object): Partial<Scheme> => {
  const [building] = place.elements;
  const [access, parking] = building!.criteria;
  return {
    pillars: [{ ...place, elements: [{ ...building!, criteria: [{ ...access!, ...change }, parking!] }] }, service],
  };
};

describe('schemeDifferences', () => {
  it('of the same there are none, however it is ordered', () => {
    expect(differences({ version: 2, pillars: before.pillars.toReversed() })).toEqual([]);
  });

  it('the weight of a pillar moves all below it', () => {
    expect(told({ pillars: [{ ...place, weight: 3 }, service] })).toEqual([
      'place | weight | 1 → 3',
      'place.building.access | weightInWhole centre | 0.1 → 0.2',
      'place.building.access | weightInWhole digital | 0.15 → 0.3',
      'place.building.parking | weightInWhole | 0.05 → 0.1',
      'service.people.welcome | weightInWhole | 0.225 → 0.15',
      'service.time.waiting | weightInWhole centre | 0.225 → 0.15',
      'service.time.waiting | weightInWhole digital | 0.45 → 0.3',
    ]);
  });

  it('weights that are all scaled are changed, and change nothing in the whole', () => {
    const components = before.components.map((one) => ({ ...one, weight: 3 * one.weight }));
    expect(told({ components })).toEqual([
      'components.assessment | weight | 60 → 180',
      'components.customers | weight | 40 → 120',
    ]);
  });

  it('what came and what went', () => {
    const visits = { code: 'visits', title: { en: 'Visits' }, weight: 100, of: { by: 'study', study: 'visits' } };
    const [assessment, customers] = exampleDocument().components;
    const { components } = exampleScheme({ components: [assessment, customers, visits] });
    const { pillars } = exampleScheme({ pillars: [place] });
    expect(told({ components, pillars })).toEqual([
      '+components.visits | component |  → 100',
      '−service | pillar | 3 → ',
      '−service.people | element | 1 → ',
      '−service.people.welcome | criterion | 1 → ',
      '−service.time | element | 1 → ',
      '−service.time.waiting | criterion | 1 → ',
      'components.assessment | weightInWhole | 0.6 → 0.3',
      'components.customers | weightInWhole | 0.4 → 0.2',
      'components.visits | weightInWhole |  → 0.5',
      'place.building.access | weightInWhole centre | 0.1 → 0.2',
      'place.building.access | weightInWhole digital | 0.15 → 0.3',
      'place.building.parking | weightInWhole | 0.05 → 0.1',
      'service.people.welcome | weightInWhole | 0.225 → ',
      'service.time.waiting | weightInWhole centre | 0.225 → ',
      'service.time.waiting | weightInWhole digital | 0.45 → ',
    ]);
  });

  it('a criterion that moved is the same criterion in another place', () => {
    const [people, time] = service.elements;
    const moved = {
      ...service,
      elements: [{ ...people!, criteria: [...people!.criteria, ...time!.criteria], channels: ['centre', 'digital'] }],
    };
    expect(told({ pillars: [place, moved] })).toEqual(
      expect.arrayContaining(['service.people.waiting | place | service.time → service.people']),
    );
  });

  it.each<[string, Partial<Scheme>, string[]]>([
    [
      'a title, by language',
      withAccess({ title: { ar: 'سهولة الوصول', en: 'Accessibility', ur: 'رسائی' } }),
      ['place.building.access | title en | Access → Accessibility', 'place.building.access | title ur |  → رسائی'],
    ],
    [
      'guidance',
      withAccess({ guidance: { ar: 'المنحدرات والمصاعد', en: 'Ramps' } }),
      ['place.building.access | guidance en | Ramps and lifts → Ramps'],
    ],
    ['evidence', withAccess({ evidence: 'optional' }), ['place.building.access | evidence | required → optional']],
    [
      'a feed',
      withAccess({ feed: { by: 'study', study: 'access', minimum: 5 } }),
      ['place.building.access | feed | grading → study access', 'place.building.access | minimum |  → 5'],
    ],
    [
      'channel types',
      withAccess({ channels: ['centre', 'digital'] }),
      ['place.building.access | channels |  → centre, digital'],
    ],
    [
      'a level',
      { levels: before.levels.map((one) => (one.score === 50 ? { ...one, score: 60 } : one)) },
      ['levels.developing | score | 50 → 60'],
    ],
    [
      'the note',
      { note: { ar: 'توضيحي وغير رسمي', en: 'Official' }, status: 'official' },
      ['scheme | note en | Illustrative, not official → Official', 'scheme | status | illustrative → official'],
    ],
    [
      'rounding and aggregation',
      { rounding: { compareAt: 2, show: 0 }, aggregation: 'geometric' },
      ['scheme | aggregation | arithmetic → geometric', 'scheme | compareAt | 6 → 2', 'scheme | show | 1 → 0'],
    ],
    [
      'bands',
      {
        stars: {
          by: 'bands',
          bands: [{ star: 2, from: 45 }, ...(before.stars.by === 'bands' ? before.stars.bands.slice(1, 5) : [])],
        },
      },
      ['−stars.7 | band | 90 → ', 'stars.2 | from | 40 → 45'],
    ],
    [
      'steps',
      {
        stars: {
          by: 'steps',
          base: 'customers',
          lowest: 1,
          highest: 5,
          steps: [{ component: 'customers', upAt: 5, downAt: 1 }],
        },
      },
      [
        ...[2, 3, 4, 5, 6, 7].map((star) => `−stars.${star} | band | ${20 + 10 * star} → `),
        'scheme | stars | bands → customers 1★ … 5★; customers ↑ 5★ ↓ 1★',
      ],
    ],
    [
      'a gate',
      { gates: before.gates.map((one) => ({ ...one, then: { cap: 3 } })) },
      ['gates.weak_place | gate | pillarBelow place < 50: ≤ 4★ → pillarBelow place < 50: ≤ 3★'],
    ],
    ['all gates', { gates: [] }, ['−gates.weak_place | gate | pillarBelow place < 50: ≤ 4★ → ']],
  ])('%s', (_, changes, lines) => expect(told(changes)).toEqual(lines));
});
