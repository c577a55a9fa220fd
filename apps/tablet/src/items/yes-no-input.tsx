import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { Chips } from './chips.js';
import type { InputProps } from './input-props.js';
import { meaningOf } from './meaning.js';

/** Yes and no keep their check and cross whatever they mean; the colour tells which of them is the good one. */
export function YesNoInput({ item, spot, value, onValue, describedBy }: InputProps<'yesNo'>) {
  const { say } = useLanguage();
  const options = (['yes', 'no'] as const).map((code) => ({
    code,
    text: say(`tablet.answer.${code}`),
    meaning: meaningOf(item, code, undefined),
    picture: <Icon name={code === 'yes' ? 'check' : 'cross'} />,
  }));
  return (
    <Chips
      name={spot.path}
      options={options}
      chosen={typeof value === 'string' ? [value] : []}
      describedBy={describedBy}
      onChoose={onValue}
    />
  );
}
