import type { Wording } from '#contract';
import type { Band, Scheme, SchemeCriterion, SchemeElement, SchemePillar } from '../scheme.js';
import { saidFeed, saidGate, saidSteps } from './said.js';

export type Said = string | number | null;

/** What can come and go. */
export type ThingKind =
  'scheme' | 'channelType' | 'level' | 'component' | 'pillar' | 'element' | 'criterion' | 'band' | 'gate';

/** What of a thing can change. */
export type FactName =
  | 'title'
  | 'note'
  | 'guidance'
  | 'weight'
  | 'place'
  | 'channels'
  | 'feed'
  | 'minimum'
  | 'evidence'
  | 'score'
  | 'from'
  | 'gate'
  | 'stars'
  | 'aggregation'
  | 'status'
  | 'compareAt'
  | 'show';

export interface Fact {
  readonly what: FactName;
  readonly language?: string;
  readonly value: Said;
}

/** Something of a scheme that has a code, taken apart into what is said of it. */
export interface Thing {
  readonly what: ThingKind;
  readonly where: string;
  /** What is told of it when it comes or goes: the score of a band or level, the weight of others. */
  readonly worth: Said;
  readonly facts: ReadonlyMap<string, Fact>;
}

/** All things of a scheme by kind and code, in the order of the document. */
export function thingsOf(scheme: Scheme): ReadonlyMap<string, Thing> {
  const things = [...heads(scheme), ...branches(scheme), ...rules(scheme)];
  return new Map(things.map(([key, thing]) => [`${thing.what} ${key}`, thing]));
}

type Named = readonly [key: string, thing: Thing];

function heads(scheme: Scheme): Named[] {
  const { rounding, stars } = scheme;
  const facts = [
    ...texts('title', scheme.title),
    ...texts('note', scheme.note),
    fact('status', scheme.status),
    fact('aggregation', scheme.aggregation),
    fact('stars', stars.by === 'bands' ? stars.by : saidSteps(stars)),
    fact('compareAt', rounding.compareAt),
    fact('show', rounding.show),
  ];
  return [
    ['', thing('scheme', 'scheme', null, facts)],
    ...scheme.channelTypes.map(({ code, title }): Named => [
      code,
      thing('channelType', `channelTypes.${code}`, null, texts('title', title)),
    ]),
    ...scheme.levels.map(({ code, title, score }): Named => [
      code,
      thing('level', `levels.${code}`, score, [...texts('title', title), fact('score', score)]),
    ]),
  ];
}

function branches({ components, pillars }: Scheme): Named[] {
  return [
    ...components.flatMap(({ code, title, weight, of, bands }): Named[] => [
      [
        code,
        thing('component', `components.${code}`, weight, [
          ...texts('title', title),
          fact('weight', weight),
          ...feed(of),
        ]),
      ],
      ...bandThings(bands ?? [], `components.${code}`),
    ]),
    ...pillars.flatMap((pillar): Named[] => [
      node('pillar', pillar, ''),
      ...pillar.elements.flatMap((element): Named[] => [
        node('element', element, pillar.code),
        ...element.criteria.map((criterion) => node('criterion', criterion, `${pillar.code}.${element.code}`)),
      ]),
    ]),
  ];
}

function rules({ stars, gates }: Scheme): Named[] {
  return [
    ...(stars.by === 'bands' ? bandThings(stars.bands, 'stars') : []),
    ...gates.map((gate): Named => [
      gate.code,
      thing('gate', `gates.${gate.code}`, saidGate(gate), [
        ...texts('title', gate.title),
        fact('channels', gate.channels?.join(', ') ?? null),
        fact('gate', saidGate(gate)),
      ]),
    ]),
  ];
}

function node(kind: ThingKind, one: SchemePillar | SchemeElement | SchemeCriterion, place: string): Named {
  const own =
    'feed' in one ? [...texts('guidance', one.guidance), ...feed(one.feed), fact('evidence', one.evidence)] : [];
  return [
    one.code,
    thing(kind, place === '' ? one.code : `${place}.${one.code}`, one.weight, [
      ...texts('title', one.title),
      fact('place', place),
      fact('weight', one.weight),
      fact('channels', one.channels?.join(', ') ?? null),
      ...own,
    ]),
  ];
}

function bandThings(bands: readonly Band[], where: string): Named[] {
  return bands.map(({ star, from }) => [
    `${where} ${star}`,
    thing('band', `${where}.${star}`, from, [fact('from', from)]),
  ]);
}

function feed(of: SchemeCriterion['feed'] | 'pillars'): Fact[] {
  const minimum = of !== 'pillars' && 'minimum' in of ? of.minimum : null;
  return [fact('feed', of === 'pillars' ? of : saidFeed(of)), fact('minimum', minimum)];
}

function texts(what: FactName, wording: Wording | undefined): Fact[] {
  return Object.entries(wording ?? {}).map(([language, value]) => ({ what, language, value }));
}

function fact(what: FactName, value: Said): Fact {
  return { what, value };
}

function thing(what: ThingKind, where: string, worth: Said, facts: readonly Fact[]): Thing {
  return { what, where, worth, facts: new Map(facts.map((one) => [`${one.what} ${one.language ?? ''}`, one])) };
}
