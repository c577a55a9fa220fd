import type { ReactNode } from 'react';
import type { Scale } from '#instruments';
import { useFilling } from '../capture/filling.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { Chips } from './chips.js';
import { Face } from './face.js';
import type { InputProps } from './input-props.js';
import { meaningOf } from './meaning.js';

/** An answer on a scale, drawn by its kind; every option keeps its word. */
export function ScaleInput({ item, spot, value, onValue, describedBy }: InputProps<'scale'>) {
  const { word } = useLanguage();
  const { scales, covert } = useFilling();
  const scale = scales.get(item.scale);
  if (!scale) return null;
  const options = scale.options.map(({ code, text }, at) => ({
    code,
    text: word(text),
    meaning: meaningOf(item, code, scale),
    ...(covert ? {} : pictured(scale, at)),
  }));
  return (
    <Chips
      name={spot.path}
      options={options}
      chosen={typeof value === 'string' ? [value] : []}
      layout={scale.kind === 'nps' ? 'grid' : 'column'}
      describedBy={describedBy}
      onChoose={onValue}
    />
  );
}

function pictured({ kind, options }: Scale, at: number): { picture?: ReactNode } {
  if (kind === 'smiley') return { picture: <Face mood={at / (options.length - 1)} /> };
  if (kind === 'star') return { picture: <Stars count={at + 1} of={options.length} /> };
  if (kind === 'maturity') return { picture: <span className="level">{at}</span> };
  return kind === 'nps' ? { picture: null } : {};
}

function Stars({ count, of }: { readonly count: number; readonly of: number }) {
  return Array.from({ length: of }, (_, at) => <Icon key={at} name="star" filled={at < count} />);
}
