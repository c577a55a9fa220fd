import type { JudgedNode, Scheme, SchemeCriterion } from '#scoring';

/**
 * The criteria that two schemes judge alike, by code: those of which the newer says that they are the same or reworded, with the
 * same scores of levels, goalposts and evidence rule. None when the newer says nothing of this very version.
 */
export function alikeCriteria(before: Scheme, now: Scheme): ReadonlySet<string> {
  const isSaid = statementOf(before, now);
  const earlier = new Map(criteriaOf(before).map((criterion) => [criterion.code, criterion]));
  const sameLevels = scoresOf(before) === scoresOf(now);
  const alike = criteriaOf(now).filter((criterion) => {
    const was = earlier.get(criterion.code);
    return was !== undefined && isSaid(criterion.code) && isJudgedAlike(was, criterion, sameLevels);
  });
  return new Set(alike.map(({ code }) => code));
}

function criteriaOf({ pillars }: Scheme): SchemeCriterion[] {
  return pillars.flatMap(({ elements }) => elements.flatMap(({ criteria }) => criteria));
}

function statementOf(before: Scheme, now: Scheme): (code: string) => boolean {
  if (now.code !== before.code) return () => false;
  if (now.version === before.version) return () => true;
  const { previous } = now;
  if (previous?.version !== before.version) return () => false;
  return (code) => previous.criteria[code] === 'same' || previous.criteria[code] === 'reworded';
}

function isJudgedAlike(was: SchemeCriterion, is: SchemeCriterion, sameLevels: boolean): boolean {
  if (was.feed.by === 'grading' || is.feed.by === 'grading') {
    return was.feed.by === is.feed.by && sameLevels && was.evidence === is.evidence;
  }
  return JSON.stringify(was.feed) === JSON.stringify(is.feed);
}

function scoresOf({ levels }: Scheme): string {
  return JSON.stringify(levels.map(({ code, score }) => [code, score]));
}

/** A pillar of one centre in two cycles. */
export interface PillarChange {
  /** By the weights of now, on the criteria judged alike and scored in both cycles. */
  readonly points: number;
  /** The part of the pillar's weight now that lies on them: 0 to 1. */
  readonly share: number;
}

/**
 * The change of a pillar on what both cycles judged alike; null: nothing is. Within a pillar means are arithmetic. Both trees
 * stand on the items that all versions of their forms have (`onCommonItemsOf`).
 * @param shareOf the part of a form's weight that lies on those items, by the key of the observation
 */
export function pillarChange(
  pillar: JudgedNode,
  scoresBefore: ReadonlyMap<string, number>,
  alike: ReadonlySet<string>,
  shareOf: (fedBy: string | null) => number = () => 1,
): PillarChange | null {
  let [points, weight, share] = [0, 0, 0];
  for (const element of pillar.children) {
    const common = element.children.flatMap(({ code, score, effectiveWeight, fedBy }) => {
      const before = alike.has(code) ? scoresBefore.get(code) : undefined;
      return score === null || before === undefined
        ? []
        : [{ moved: score - before, part: effectiveWeight, share: effectiveWeight * shareOf(fedBy) }];
    });
    const part = common.reduce((sum, one) => sum + one.part, 0);
    if (part === 0) continue;
    points += (element.weight * common.reduce((sum, one) => sum + one.part * one.moved, 0)) / part;
    weight += element.weight;
    share += element.effectiveWeight * common.reduce((sum, one) => sum + one.share, 0);
  }
  return weight === 0 ? null : { points: points / weight, share };
}

/** The scores of all criteria of a judged tree, by code. */
export function criterionScores(pillars: readonly JudgedNode[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const { children } of pillars)
    for (const element of children)
      for (const { code, score } of element.children) if (score !== null) scores.set(code, score);
  return scores;
}
