import type { ReactNode } from 'react';
import type { Scale } from '#instruments';
import { useFilling } from '../filling/filling.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { Chips } from './chips.js';
import { Face } from './face.js';
import type { InputProps } from './input-props.js';
import { meaningOf } from './meaning.js';

/** An answer on a scale, drawn by its kind; every option keeps its word. */
export function ScaleInput({ item, spot, value, onValue, describedBy }: InputProps<'scale'>) {
  const { word } = useLanguage();
  const { scales, ordered, pictured } = useFilling();
  const scale = scales.get(item.scale);
  if (!scale) return null;
  const options = ordered(scale).map(({ code, text }) => ({
    code,
    text: word(text),
    meaning: meaningOf(item, code, scale),
    ...(pictured ? pictureOf(scale, code) : {}),
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

function pictureOf({ kind, options }: Scale, code: string): { picture?: ReactNode } {
  const at = options.findIndex((option) => option.code === code);
  if (kind === 'smiley') return { picture: <Face mood={at / (options.length - 1)} /> };
  if (kind === 'star') return { picture: <Stars count={at + 1} of={options.length} /> };
  if (kind === 'maturity') return { picture: <span className="level">{at}</span> };
  return kind === 'nps' ? { picture: null } : {};
}

function Stars({ count, of }: { readonly count: number; readonly of: number }) {
  return Array.from({ length: of }, (_, at) => <Icon key={at} name="star" filled={at < count} />);
}
