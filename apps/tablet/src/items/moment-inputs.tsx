import type { InputProps } from './input-props.js';

/** A day, by the device's own calendar. */
export function DateInput({ item, value, onValue, labelledBy, describedBy }: InputProps<'date'>) {
  return (
    <input
      type="date"
      min={item.min}
      max={item.max}
      value={typeof value === 'string' ? value : ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onChange={(event) => onValue(event.target.value || undefined)}
    />
  );
}

/** A time of day, HH:MM. */
export function TimeInput({ value, onValue, labelledBy, describedBy }: InputProps<'time'>) {
  return (
    <input
      type="time"
      value={typeof value === 'string' ? value : ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onChange={(event) => onValue(event.target.value.slice(0, 5) || undefined)}
    />
  );
}
