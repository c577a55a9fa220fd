/** What a set of things, each depending on some of the others, comes to. */
export interface Ordered {
  /** All of them, each after what it depends on; within a cycle in no particular order. */
  readonly order: readonly string[];
  /** Each circle once, beginning and ending with the same: a, b, a. */
  readonly cycles: readonly (readonly string[])[];
}

/** An order in which everything comes after what it depends on. What is named but is no key is left out. */
export function dependencyOrder(dependencies: ReadonlyMap<string, readonly string[]>): Ordered {
  const order: string[] = [];
  const cycles: string[][] = [];
  const done = new Set<string>();
  const under: string[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    const since = under.indexOf(name);
    if (since >= 0) {
      cycles.push([...under.slice(since), name]);
      return;
    }
    under.push(name);
    for (const needed of dependencies.get(name) ?? []) if (dependencies.has(needed)) visit(needed);
    under.pop();
    done.add(name);
    order.push(name);
  };
  for (const name of dependencies.keys()) visit(name);
  return { order, cycles };
}
