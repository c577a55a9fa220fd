/** Something said once, with what can be done about it. It stays until the next one, or until the page is left. */
export interface Notice {
  readonly text: string;
  readonly tone?: 'plain' | 'bad';
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}
