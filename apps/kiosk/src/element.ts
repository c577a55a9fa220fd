export type Child = Node | string | null | false;

interface Props {
  readonly class?: string;
  /** Attributes; false leaves one out, true sets it without a value. */
  readonly set?: Readonly<Record<string, string | boolean>>;
  readonly onClick?: (event: MouseEvent) => void;
}

/** A new element. Text is text: nothing of it is read as markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: name, set = {}, onClick }: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [attribute, value] of Object.entries(set))
    if (value !== false) made.setAttribute(attribute, value === true ? '' : value);
  if (onClick) made.addEventListener('click', onClick as EventListener);
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}

/** A button that does something. */
export function button(words: string, onClick: (event: MouseEvent) => void, look = ''): HTMLButtonElement {
  return el('button', { class: look, set: { type: 'button' }, onClick }, words);
}
