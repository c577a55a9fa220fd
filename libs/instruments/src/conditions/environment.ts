import { Environment } from '@marcbachmann/cel-js';

type Numeric = number | bigint;

/** Numbers of answers are doubles; whole numbers in an expression are ints. Nobody who writes one should need to know. */
const mixed: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

const base = new Environment({ unlistedVariablesAreDyn: false, limits: { maxAstNodes: 200, maxDepth: 30 } });
for (const [operator, compute] of Object.entries(mixed)) {
  const handle = (left: Numeric, right: Numeric) => compute(Number(left), Number(right));
  base.registerOperator(`double ${operator} int: double`, handle);
  base.registerOperator(`int ${operator} double: double`, handle);
}
// Equality registers `!=` and the other order along with it.
base.registerOperator('double == int', (left: Numeric, right: Numeric) => Number(left) === Number(right));
base.registerOperator('double in list<int>', (one: number, list: readonly Numeric[]) =>
  list.some((other) => Number(other) === one),
);

/** An expression language that knows these names and nothing else. */
export function environmentOf(types: Iterable<readonly [name: string, type: string]>): Environment {
  const environment = base.clone();
  for (const [name, type] of types) environment.registerVariable(name, type);
  return environment;
}
