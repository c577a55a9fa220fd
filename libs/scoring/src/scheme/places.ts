import type { Wording } from '#contract';
import type { Scheme, SchemeCriterion, SchemeElement, SchemePillar } from './scheme.js';

/** One criterion, and where in the document it stands. */
export interface CriterionPlace {
  readonly pillar: SchemePillar;
  readonly element: SchemeElement;
  readonly criterion: SchemeCriterion;
  /** `pillars[0].elements[1].criteria[2]`. */
  readonly path: string;
}

/** All criteria in the order of the scheme. */
export function criteriaOf({ pillars }: Scheme): readonly CriterionPlace[] {
  return pillars.flatMap((pillar, p) =>
    pillar.elements.flatMap((element, e) =>
      element.criteria.map((criterion, c) => ({
        pillar,
        element,
        criterion,
        path: `pillars[${p}].elements[${e}].criteria[${c}]`,
      })),
    ),
  );
}

/** Whether a criterion is judged in a channel type: nothing above it says otherwise either. */
export function isJudgedIn(channelType: string, { pillar, element, criterion }: CriterionPlace): boolean {
  return [pillar, element, criterion].every(({ channels }) => !channels || channels.includes(channelType));
}

/** Everything of the tree that has channels, with its path. */
export function nodesOf({
  pillars,
}: Scheme): readonly (readonly [SchemePillar | SchemeElement | SchemeCriterion, string])[] {
  return pillars.flatMap((pillar, p) => [
    [pillar, `pillars[${p}]`] as const,
    ...pillar.elements.flatMap((element, e) => [
      [element, `pillars[${p}].elements[${e}]`] as const,
      ...element.criteria.map((criterion, c) => [criterion, `pillars[${p}].elements[${e}].criteria[${c}]`] as const),
    ]),
  ]);
}

/** A text of the scheme that people read. */
export interface TextPlace {
  /** `pillars[0].title`. */
  readonly path: string;
  /** What has this text: the same in every version, whatever its place. Null: the scheme itself. */
  readonly of: { readonly kind: TextKind; readonly code: string } | null;
  readonly field: 'title' | 'guidance' | 'note';
  readonly wording: Wording;
}

export type TextKind = 'channel' | 'level' | 'component' | 'pillar' | 'element' | 'criterion' | 'gate';

/** All texts in the order of the document. */
export function textsOf(scheme: Scheme): readonly TextPlace[] {
  const titles = (kind: TextKind, list: readonly { code: string; title: Wording }[], path: string): TextPlace[] =>
    list.map(({ code, title }, index) => ({
      path: `${path}[${index}].title`,
      of: { kind, code },
      field: 'title',
      wording: title,
    }));
  const note: TextPlace[] = scheme.note ? [{ path: 'note', of: null, field: 'note', wording: scheme.note }] : [];
  return [
    { path: 'title', of: null, field: 'title', wording: scheme.title },
    ...note,
    ...titles('channel', scheme.channelTypes, 'channelTypes'),
    ...titles('level', scheme.levels, 'levels'),
    ...titles('component', scheme.components, 'components'),
    ...nodesOf(scheme).flatMap(([node, path]) => textsOfNode(node, path)),
    ...titles('gate', scheme.gates, 'gates'),
  ];
}

function textsOfNode(node: SchemePillar | SchemeElement | SchemeCriterion, path: string): TextPlace[] {
  const kind = 'elements' in node ? 'pillar' : 'criteria' in node ? 'element' : 'criterion';
  const of = { kind, code: node.code } as const;
  const title: TextPlace = { path: `${path}.title`, of, field: 'title', wording: node.title };
  if (!('guidance' in node) || !node.guidance) return [title];
  return [title, { path: `${path}.guidance`, of, field: 'guidance', wording: node.guidance }];
}
