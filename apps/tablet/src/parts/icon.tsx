const shapes = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  check: 'M5 12.5l5 5L19.5 7',
  cross: 'M6 6l12 12M18 6L6 18',
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  up: 'M12 19V6M6 12l6-6 6 6',
  down: 'M12 5v13M6 12l6 6 6-6',
  undo: 'M9 7L4.5 11.5 9 16M5 11.5h9a5 5 0 010 10h-2',
  warning: 'M12 4l9.5 16.5h-19zM12 10v4.5M12 17.3v.4',
  camera: 'M4 8h3l1.5-2.5h7L17 8h3v11H4zM12 16.5a3.3 3.3 0 100-6.6 3.3 3.3 0 000 6.6z',
  bin: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13',
  place: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 10-13 0c0 5 6.5 11 6.5 11zM12 12.3a2.3 2.3 0 100-4.6 2.3 2.3 0 000 4.6z',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5.5l3.5 2',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  notes: 'M6 4h12v16H6zM9 9h6M9 13h6M9 17h3',
  send: 'M12 20V6M6 11l6-6 6 6M4 21h16',
  offline: 'M4 4l16 16M7 18a4 4 0 010-8 6 6 0 01.6-1.2M10.5 6.2A6 6 0 0118 11a3.6 3.6 0 012.3 5.6M7 18h9.5',
  done: 'M12 21a9 9 0 100-18 9 9 0 000 18zM8 12.3l2.8 2.8L16 9.5',
  draft: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  blur: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
  star: 'M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
} as const;

export type IconName = keyof typeof shapes;

/** Those that point along the line of reading turn with it; clocks and checkmarks do not. */
const turning: ReadonlySet<IconName> = new Set<IconName>(['back', 'next', 'undo', 'list']);

/** A picture beside a word, never instead of one: assistive technology does not see it. */
export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg className={turning.has(name) ? 'icon icon-turning' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} fill={filled ? 'currentColor' : 'none'} />
    </svg>
  );
}
