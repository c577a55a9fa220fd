import { html, type Html } from '../../pages/html.js';

/** One option to choose: what is sent for it, its words, and what is drawn beside them. */
export interface ShownOption {
  readonly value: string;
  readonly text: Html;
  readonly picture?: Html;
}

interface Group {
  /** The name of the field; its first option has it as its id, so that what is wrong links to it. */
  readonly field: string;
  readonly options: readonly ShownOption[];
  readonly chosen: string;
  /** How it is laid out, beside `options`. */
  readonly look?: string;
  /** More options of a group that stands above. */
  readonly isMore?: true;
}

/** Options of which one is chosen; none is at first. */
export function radios({ field, options, chosen, look = '', isMore }: Group): Html {
  const rows = options.map(({ value, text, picture }, at) => {
    const id = at === 0 && !isMore ? field : `${field}-${value || 'none'}`;
    const checked = value === chosen && html` checked`;
    return html`<div class="option"><input type="radio" id="${id}" name="${field}" value="${value}"${checked}><label for="${id}">${picture}<span>${text}</span></label></div>`;
  });
  return html`<div class="options ${look}">${rows}</div>`;
}

/** Options of which any number is chosen, each a field of its own. */
export function checkboxes(field: string, options: readonly (ShownOption & { readonly isChosen: boolean })[]): Html {
  const rows = options.map(({ value, text, isChosen }, at) => {
    const name = `${field}.${value}`;
    const id = at === 0 ? field : name;
    return html`<div class="option"><input type="checkbox" id="${id}" name="${name}" value="1"${isChosen && html` checked`}><label for="${id}"><span>${text}</span></label></div>`;
  });
  return html`<div class="options">${rows}</div>`;
}

/** A list that opens: for more options than a page should be long. */
export function select(
  field: string,
  name: string,
  label: Html,
  none: string,
  { options, chosen }: Pick<Group, 'options' | 'chosen'>,
): Html {
  const rows = options.map(
    ({ value, text }) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  );
  return html`<div class="part"><label for="${field}">${label}</label><select id="${field}" name="${name}"><option value="">${none}</option>${rows}</select></div>`;
}
