/**
 * The options chosen after one more, or one less, was: in the order of the document. One that stands alone takes the place
 * of all others, and gives way to them. Null: nothing is chosen any more.
 */
export function chosenAfter(
  {
    options,
    exclusive = [],
  }: { readonly options: readonly { readonly code: string }[]; readonly exclusive?: readonly string[] },
  chosen: readonly string[],
  code: string,
  on: boolean,
): readonly string[] | null {
  const others = chosen.filter((one) => one !== code);
  const kept = on
    ? [...(exclusive.includes(code) ? [] : others.filter((one) => !exclusive.includes(one))), code]
    : others;
  const inOrder = options.map((option) => option.code).filter((one) => kept.includes(one));
  return inOrder.length > 0 ? inOrder : null;
}
