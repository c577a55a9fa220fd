import type { Fault } from '#contract';
import { faultAt } from '#documents';
import type { Instrument } from '../document/instrument.js';
import { placesOf, type Place } from '../document/places.js';
import type { PointsRange } from '../document/rules.js';

/** Bounds that nothing could satisfy, and ranges that hold nothing or the same value twice. */
export function* boundFaults(instrument: Instrument): Generator<Fault> {
  for (const [index, { repeat }] of instrument.sections.entries()) {
    if (repeat) yield* crossed(repeat.min, repeat.max, `sections[${index}].repeat`);
  }
  for (const place of placesOf(instrument)) yield* itemFaults(place);
  for (const [index, { kind, options }] of instrument.scales.entries()) {
    const isZeroToTen = options.length === 11 && options.every(({ code }, at) => code === String(at));
    if (kind === 'nps' && !isZeroToTen) yield faultAt(`scales[${index}].options`, 'npsOptions');
  }
}

function* itemFaults({ item, path }: Place): Generator<Fault> {
  switch (item.type) {
    case 'number':
    case 'money':
    case 'date':
      yield* crossed(item.min, item.max, path);
      break;
    case 'text':
      if (item.minLength !== undefined && item.minLength > item.maxLength) {
        yield faultAt(`${path}.minLength`, 'minAboveMax', { min: item.minLength, max: item.maxLength });
      }
      break;
    case 'choices':
      yield* crossed(item.min, item.max ?? item.options.length, path);
      yield* aboveCount(item.max, item.options.length, `${path}.max`);
      break;
    case 'ranking':
      yield* aboveCount(item.ranks, item.options.length, `${path}.ranks`);
      break;
    default:
  }
  if ('points' in item) yield* rangeFaults(item.points ?? [], `${path}.points`);
}

function* crossed<T extends number | string>(min: T | undefined, max: T | undefined, path: string): Generator<Fault> {
  if (min !== undefined && max !== undefined && min > max) yield faultAt(`${path}.min`, 'minAboveMax', { min, max });
}

function* aboveCount(wanted: number | undefined, count: number, path: string): Generator<Fault> {
  if (wanted !== undefined && wanted > count) yield faultAt(path, 'tooLarge', { max: count }, wanted);
}

function* rangeFaults(ranges: readonly PointsRange[], path: string): Generator<Fault> {
  const spans = ranges.map(({ from, to }, index) => ({ from: from ?? -Infinity, to: to ?? Infinity, index }));
  for (const { from, to, index } of spans) if (from >= to) yield faultAt(`${path}[${index}]`, 'emptyRange');
  for (const { from, to, index } of spans) {
    const earlier = spans.slice(0, index).find((other) => from < other.to && other.from < to && from < to);
    if (earlier && earlier.from < earlier.to) {
      yield faultAt(`${path}[${index}]`, 'rangesOverlap', { other: `${path}[${earlier.index}]` });
    }
  }
}
