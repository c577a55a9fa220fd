/** An order of codes with one moved by a step; unchanged where there is no place to go. */
export function moved(order: readonly string[], code: string, by: -1 | 1): readonly string[] {
  const at = order.indexOf(code);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return order;
  return order.toSpliced(at, 1).toSpliced(to, 0, code);
}
