import fc from 'fast-check';
import { scoreTree } from './score-tree.js';
import type { CriteriaNode, ScoredNode } from './score-tree.js';

const criterion = (code: string, weight: number, score: number | null): CriteriaNode => ({ code, weight, score });

const scheme: CriteriaNode = {
  code: 'scheme',
  weight: 1,
  children: [
    {
      code: 'place',
      weight: 30,
      children: [criterion('parking', 1, null), criterion('seating', 2, 50), criterion('signs', 2, 100)],
    },
    { code: 'people', weight: 50, children: [criterion('welcome', 1, 80)] },
    { code: 'lifts', weight: 20, children: [criterion('upkeep', 1, null)] },
  ],
};

const criteria = (node: ScoredNode): ScoredNode[] =>
  node.children.length > 0 ? node.children.flatMap(criteria) : [node];

const trees = fc.letrec<{ node: CriteriaNode; branch: CriteriaNode; leaf: CriteriaNode }>((tie) => ({
  leaf: fc.record({
    code: fc.string(),
    weight: fc.integer({ min: 1, max: 100 }),
    score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  }),
  branch: fc.record({
    code: fc.string(),
    weight: fc.integer({ min: 1, max: 100 }),
    children: fc.array(tie('node'), { minLength: 1, maxLength: 5 }),
  }),
  node: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
})).node;

describe('scoreTree', () => {
  const scored = scoreTree(scheme);
  const found = (code: string) => [scored, ...scored.children, ...criteria(scored)].find((node) => node.code === code)!;

  it('scores from the criteria up', () => {
    expect(found('place').score).toBe(75);
    expect(found('people').score).toBe(80);
    expect(found('lifts').score).toBeNull();
    expect(scored.score).toBe((30 * 75 + 50 * 80) / 80);
  });

  it.each([
    ['scheme', 1, 1],
    ['place', 30 / 80, 30 / 80],
    ['people', 50 / 80, 50 / 80],
    ['lifts', 0, 0],
    ['parking', 0, 0],
    ['seating', 1 / 2, (1 / 2) * (30 / 80)],
    ['upkeep', 0, 0],
  ])('%s has the weight it really had', (code, effectiveWeight, weightInWhole) => {
    expect(found(code)).toMatchObject({ effectiveWeight, weightInWhole });
  });

  it('keeps the weights of the scheme beside them', () => expect(found('lifts').weight).toBe(20));

  it.each([
    ['where nothing applies', [criterion('a', 1, null)]],
    ['of an empty branch', []],
  ])('no score and no weight %s', (_, children) => {
    expect(scoreTree({ code: 'root', weight: 1, children })).toMatchObject({ score: null, effectiveWeight: 0 });
  });

  it.each([0, -1, NaN, Infinity])('refuses a weight of %d', (weight) => {
    expect(() => scoreTree({ code: 'root', weight: 1, children: [criterion('a', weight, 50)] })).toThrow(RangeError);
  });

  it('law: the criteria times their weights in the whole are the score of the whole', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const root = scoreTree(tree);
        const applying = criteria(root).filter(({ score }) => score !== null);
        const weight = applying.reduce((sum, node) => sum + node.weightInWhole, 0);
        const points = applying.reduce((sum, node) => sum + node.weightInWhole * node.score!, 0);
        expect(weight).toBeCloseTo(root.score === null ? 0 : 1, 10);
        expect(points).toBeCloseTo(root.score ?? 0, 8);
      }),
    );
  });

  it('law: what does not apply might as well not be there', () => {
    const without = (node: CriteriaNode): CriteriaNode =>
      'children' in node
        ? { ...node, children: node.children.filter((one) => !('score' in one) || one.score !== null).map(without) }
        : node;
    fc.assert(fc.property(trees, (tree) => expect(scoreTree(without(tree)).score).toBe(scoreTree(tree).score)));
  });
});
