import { useId } from 'react';
import { useFilling } from '../filling/filling.js';
import { useLanguage } from '../parts/language.js';
import { Chips } from './chips.js';
import type { InputProps } from './input-props.js';
import { meaningOf } from './meaning.js';

/** One answer a row, the rows below each other: on a narrow screen the answers of a row stand below its words. */
export function MatrixInput({ item, spot, value, onValue, describedBy }: InputProps<'matrix'>) {
  const { word } = useLanguage();
  const { scales, ordered } = useFilling();
  const heading = useId();
  const scale = scales.get(item.scale);
  const rows = typeof value === 'object' && 'rows' in value ? value.rows : {};
  const options = (scale ? ordered(scale) : []).map(({ code, text }) => ({
    code,
    text: word(text),
    meaning: meaningOf(item, code, scale),
  }));
  return (
    <div className="matrix">
      {item.rows.map(({ code, text }) => (
        <div key={code} className="matrix-row" role="radiogroup" aria-labelledby={`${heading}-${code}`}>
          <span id={`${heading}-${code}`} className="matrix-label">
            {word(text)}
          </span>
          <Chips
            name={`${spot.path}.${code}`}
            options={options}
            chosen={[rows[code] ?? '']}
            describedBy={describedBy}
            onChoose={(chosen) => onValue({ rows: { ...rows, [code]: chosen } })}
          />
        </div>
      ))}
    </div>
  );
}
