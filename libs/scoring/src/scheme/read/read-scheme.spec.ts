import fc from 'fast-check';
import { exampleDocument, exampleScheme } from '../example.js';
import { readScheme } from './read-scheme.js';
import { schemePublishFaults } from '../publish-faults.js';

type Path = readonly (string | number)[];
interface Node {
  [key: string | number]: unknown;
}

/** The example document with one thing put at a path; undefined: taken away. */
function changed(path: Path, value: unknown): unknown {
  const document = JSON.parse(JSON.stringify(exampleDocument())) as Node;
  const holder = path.slice(0, -1).reduce((node, key) => node[key] as Node, document);
  const last = path.at(-1) ?? '';
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return document;
}
const found = (json: unknown) => readScheme(json).faults.map(({ where, reason }) => `${where} ${reason}`);
const title = { ar: 'عنوان', en: 'Title' };
const access: Path = ['pillars', 0, 'elements', 0, 'criteria', 0];
const people = 'pillars[1].elements[0].criteria[0]';
const steps = (changes: object = {}) => ({
  by: 'steps',
  base: 'customers',
  lowest: 1,
  highest: 3,
  steps: [{ component: 'customers', upAt: 3, downAt: 1 }],
  ...changes,
});
const gate = (changes: object) => ({ code: 'g', title, then: { cap: 2 }, ...changes });
const gates: Path = ['gates', 0];

describe('readScheme', () => {
  it('reads a scheme and puts in what was left out', () => {
    const { scheme, faults } = readScheme(exampleDocument());
    expect(faults).toEqual([]);
    expect(scheme).toEqual(exampleScheme());
    expect(scheme).toMatchObject({ aggregation: 'arithmetic', rounding: { compareAt: 6, show: 1 } });
    expect(readScheme(JSON.parse(JSON.stringify(scheme))).scheme).toEqual(scheme);
  });

  it.each<[string, Path, unknown, string[]]>([
    // shape
    ['a field that is not there', ['title'], undefined, ['title missing']],
    ['a field that is not known', ['colour'], 'red', ['colour unknown']],
    ['another kind of value', ['components'], 'all', ['components notAList']],
    ['a weight of zero', [...access, 'weight'], 0, ['pillars[0].elements[0].criteria[0].weight notAbove']],
    ['a negative weight', ['pillars', 1, 'weight'], -1, ['pillars[1].weight notAbove']],
    ['a weight beyond all', ['components', 0, 'weight'], 2000, ['components[0].weight tooLarge']],
    ['a version below one', ['version'], 0, ['version tooSmall']],
    ['a version with decimals', ['version'], 1.5, ['version tooManyDecimals']],
    ['a code in capitals', ['code'], 'Centres', ['code invalid']],
    ['an empty text', ['title', 'en'], ' ', ['title.en tooShort']],
    ['a text without end', ['title', 'en'], 'x'.repeat(4001), ['title.en tooLong']],
    ['a language that is none', ['title', 'English'], 'x', ['title.English unknown']],
    ['no components', ['components'], [], ['components tooFew']],
    ['a word that is not one of a list', ['status'], 'secret', ['status notOneOf']],
    [
      'a feed by nothing known',
      [...access, 'feed', 'by'],
      'magic',
      [`pillars[0].elements[0].criteria[0].feed.by notOneOf`],
    ],
    ['a component of nothing known', ['components', 0, 'of'], 'elements', ['components[0].of notOneOf']],
    [
      'a component’s feed that lacks something',
      ['components', 1, 'of'],
      { by: 'study' },
      ['components[1].of.study missing'],
    ],
    ['a cap of no star', [...gates, 'then'], { cap: 9 }, ['gates[0].then.cap tooLarge']],
    [
      'an effect of nothing known',
      [...gates, 'then'],
      { raise: 2 },
      ['gates[0].then.cap missing', 'gates[0].then.raise unknown'],
    ],
    // codes
    ['a channel type twice', ['channelTypes', 1, 'code'], 'centre', ['channelTypes[1].code repeated']],
    ['a level twice', ['levels', 1, 'code'], 'none', ['levels[1].code repeated']],
    ['a component twice', ['components', 0, 'code'], 'customers', ['components[1].code repeated']],
    [
      'a pillar called as a component',
      ['pillars', 0, 'code'],
      'customers',
      ['pillars[0].code repeated', 'gates[0].pillar unknown'],
    ],
    ['a pillar twice', ['pillars', 1, 'code'], 'place', ['pillars[1].code repeated']],
    ['an element twice', ['pillars', 1, 'elements', 0, 'code'], 'building', ['pillars[1].elements[0].code repeated']],
    ['a criterion in two pillars', [...access, 'code'], 'welcome', [`${people}.code repeated`]],
    [
      'a gate twice',
      ['gates'],
      [gate({ when: 'openViolation' }), gate({ when: 'openViolation' })],
      ['gates[1].code repeated'],
    ],
    [
      'an item twice',
      ['pillars', 1, 'elements', 0, 'criteria', 0, 'feed', 'items', 1],
      'greeting',
      [`${people}.feed.items[1] repeated`],
    ],
    // texts
    ['half a letter', ['title', 'en'], '\ud800', ['title.en brokenText']],
    ['NUL in the name of a study', ['components', 1, 'of', 'study'], 'a\0', ['components[1].of.study brokenText']],
    // channel types
    [
      'an unknown channel type',
      [...access, 'channels'],
      ['bus'],
      ['pillars[0].elements[0].criteria[0].channels[0] unknown', 'pillars[0].elements[0].criteria[0] noEffect'],
    ],
    ['an unknown channel type of a gate', [...gates, 'channels'], ['bus'], ['gates[0].channels[0] unknown']],
    ['a channel type named twice', [...gates, 'channels'], ['digital', 'digital'], ['gates[0].channels[1] repeated']],
    [
      'a criterion for no channel type',
      ['pillars', 1, 'elements', 0, 'criteria', 0, 'channels'],
      ['digital'],
      [`${people} noEffect`],
    ],
    // tree
    ['no levels to grade by', ['levels'], [], ['levels missing']],
    ['levels from high to low', ['levels', 2, 'score'], 50, ['levels[2].score notAbove']],
    [
      'goalposts on one spot',
      ['pillars', 1, 'elements', 1, 'criteria', 0, 'feed', 'best'],
      30,
      ['pillars[1].elements[1].criteria[0].feed.best mustDiffer'],
    ],
    [
      'a component on one spot',
      ['components', 1, 'of'],
      { by: 'indicator', indicator: 'x', worst: 1, best: 1 },
      ['components[1].of.best mustDiffer'],
    ],
    ['a graded component', ['components', 1, 'of'], { by: 'grading' }, ['components[1].of.by notOneOf']],
    ['pillars of no component', ['components', 0, 'of'], { by: 'study', study: 'x' }, ['pillars needs']],
    ['a component of no pillars', ['pillars'], [], ['components[0].of needs', 'gates[0].pillar unknown']],
    ['two components of pillars', ['components', 1, 'of'], 'pillars', ['components[1].of repeated']],
    [
      'bands of a component that fall',
      ['components', 1, 'bands', 1, 'from'],
      90,
      ['components[1].bands[2].from notAbove'],
    ],
    // stars
    ['bands that begin together', ['stars', 'bands', 1, 'from'], 40, ['stars.bands[1].from notAbove']],
    ['bands whose stars fall', ['stars', 'bands', 1, 'star'], 2, ['stars.bands[1].star notAbove']],
    [
      'steps from nothing known',
      ['stars'],
      steps({ base: 'nobody' }),
      ['stars.base unknown', 'gates[0].then.cap notOneOf'],
    ],
    [
      'steps from a component without bands',
      ['stars'],
      steps({ base: 'assessment', highest: 4 }),
      ['stars.base needs'],
    ],
    [
      'a step by nothing known',
      ['stars'],
      steps({ highest: 4, steps: [{ component: 'nobody', upAt: 3, downAt: 1 }] }),
      ['stars.steps[0].component unknown'],
    ],
    [
      'a step by a component without bands',
      ['stars'],
      steps({ highest: 4, steps: [{ component: 'assessment', upAt: 3, downAt: 1 }] }),
      ['stars.steps[0].component needs'],
    ],
    [
      'a step up and down at once',
      ['stars'],
      steps({ highest: 4, steps: [{ component: 'customers', upAt: 3, downAt: 3 }] }),
      ['stars.steps[0].upAt notAbove'],
    ],
    ['no room for steps', ['stars'], steps({ lowest: 4, highest: 4 }), ['stars.highest notAbove']],
    // gates
    ['a gate on no pillar', [...gates, 'pillar'], 'garden', ['gates[0].pillar unknown']],
    [
      'a gate on no component',
      gates,
      gate({ when: 'componentBelow', component: 'x', below: 5 }),
      ['gates[0].component unknown'],
    ],
    [
      'a gate on no criterion',
      gates,
      gate({ when: 'criterionFailed', criterion: 'x', below: 5 }),
      ['gates[0].criterion unknown'],
    ],
    [
      'a violation of no component',
      gates,
      gate({ when: 'openViolation', component: 'x' }),
      ['gates[0].component unknown'],
    ],
    [
      'a violation of a component without stars',
      gates,
      gate({ when: 'openViolation', component: 'assessment' }),
      ['gates[0].component needs'],
    ],
    ['a cap at a star that no band has', [...gates, 'then'], { cap: 1 }, ['gates[0].then.cap notOneOf']],
    [
      'a cap at a star its component has not',
      gates,
      gate({ when: 'openViolation', component: 'customers', then: { cap: 4 } }),
      ['gates[0].then.cap notOneOf'],
    ],
    [
      'a bound on no component',
      gates,
      { when: 'boundedUpgrade', code: 'g', title, component: 'x', at: 1, by: 1 },
      ['gates[0].component unknown'],
    ],
    [
      'a bound on a component without stars',
      gates,
      { when: 'boundedUpgrade', code: 'g', title, component: 'assessment', at: 1, by: 1 },
      ['gates[0].component needs'],
    ],
    [
      'a bound at a star its component has not',
      gates,
      { when: 'boundedUpgrade', code: 'g', title, component: 'customers', at: 5, by: 1 },
      ['gates[0].at notOneOf'],
    ],
    [
      'a gap between channels of which one is named',
      gates,
      gate({ when: 'channelGap', above: 5, channels: ['centre'] }),
      ['gates[0].channels tooFew'],
    ],
    // versions
    ['a version before itself', ['previous'], { version: 1, criteria: {}, dropped: [] }, ['previous.version tooLarge']],
  ])('%s', (_, path, value, faults) => expect(found(changed(path, value))).toEqual(faults));

  it('where stars go by steps: a bound below all stars, a gap that no agency’s star feels', () => {
    const stars = steps({ lowest: 2, highest: 4 });
    const bound = { when: 'boundedUpgrade', code: 'b', title, component: 'customers', at: 1, by: 0 };
    const gap = gate({ when: 'channelGap', above: 5 });
    expect(found({ ...exampleDocument(), stars, gates: [bound, gap] })).toEqual([
      'gates[0].by tooSmall',
      'gates[1].when noEffect',
    ]);
  });

  it('a channel type without a criterion', () => {
    const bus = { code: 'bus', title };
    const { channelTypes, pillars, ...rest } = exampleDocument();
    const others = pillars.map((pillar) => ({ ...pillar, channels: ['centre', 'digital'] }));
    expect(found({ ...rest, channelTypes: [...channelTypes, bus], pillars: others })).toEqual([
      'channelTypes[2].code noCriterion',
    ]);
  });

  it('says what stands there and what is expected', () => {
    expect(readScheme(changed(['stars', 'bands', 1, 'from'], 40)).faults).toEqual([
      { where: 'stars.bands[1].from', value: '40', reason: 'notAbove', params: { other: '40 (stars.bands[0].from)' } },
    ]);
    expect(readScheme(changed([...gates, 'then'], { cap: 1 })).faults).toEqual([
      { where: 'gates[0].then.cap', value: '1', reason: 'notOneOf', params: { options: '2, 3, 4, 5, 6, 7' } },
    ]);
  });

  it('takes 5,000 criteria and not one more, and tells at most a thousand faults', () => {
    const criteria = (n: number, first: number) =>
      Array.from({ length: n }, (_, index) => ({
        code: `c${first + index}`,
        title,
        weight: 1,
        feed: { by: 'grading' },
      }));
    const elements = Array.from({ length: 10 }, (_, e) => ({
      code: `e${e}`,
      title,
      weight: 1,
      criteria: criteria(500, 500 * e),
    }));
    const pillar = { code: 'place', title, weight: 1, elements };
    const document = { ...exampleDocument(), pillars: [pillar] };
    expect(found(document)).toEqual([]);
    const more = { ...pillar, code: 'more', elements: [{ code: 'e', title, weight: 1, criteria: criteria(1, 9000) }] };
    expect(found({ ...document, pillars: [pillar, more] })).toEqual(['pillars tooMany']);
    for (const { criteria: list } of elements) for (const one of list) one.weight = 0;
    expect(found(document)).toHaveLength(1000);
  });

  it('law: never throws', () => {
    fc.assert(fc.property(fc.anything(), (json) => expect(readScheme(json).scheme).toBeNull()));
    const keys = fc.constantFrom(...Object.keys(exampleDocument()));
    fc.assert(
      fc.property(keys, fc.anything(), (key, value) => {
        const { scheme, faults } = readScheme(changed([key], value));
        expect(scheme === null).toBe(faults.length > 0);
      }),
    );
  });
});

describe('schemePublishFaults', () => {
  it('asks for Arabic and English everywhere', () => {
    expect(schemePublishFaults(exampleScheme())).toEqual([]);
    const [pillar, ...others] = exampleScheme().pillars;
    const scheme = exampleScheme({
      note: { en: 'Illustrative' },
      levels: [{ code: 'none', title: { ar: 'لا' }, score: 0 }],
      pillars: [{ ...pillar, title: { ur: 'جگہ' } }, ...others],
    });
    expect(schemePublishFaults(scheme).map(({ where, reason }) => [where, reason])).toEqual([
      ['note.ar', 'missing'],
      ['levels[0].title.en', 'missing'],
      ['pillars[0].title.ar', 'missing'],
      ['pillars[0].title.en', 'missing'],
    ]);
  });
});
