import { useLanguage } from '../parts/language.js';
import { Chips } from './chips.js';
import type { InputProps } from './input-props.js';
import { meaningOf } from './meaning.js';

export function ChoiceInput({ item, spot, value, onValue, describedBy }: InputProps<'choice'>) {
  const { word } = useLanguage();
  const options = item.options.map(({ code, text }) => ({
    code,
    text: word(text),
    meaning: meaningOf(item, code, undefined),
  }));
  return (
    <Chips
      name={spot.path}
      options={options}
      chosen={typeof value === 'string' ? [value] : []}
      layout="column"
      describedBy={describedBy}
      onChoose={onValue}
    />
  );
}
