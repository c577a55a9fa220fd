/** What a screen followed on: that is how long taps on it are nobody's choice. */
const quietMs = { face: 800, step: 300, thanks: 2_500, nothing: 0 } as const;
export type Before = keyof typeof quietMs;

/**
 * Tells taps that choose from those that only hit again: on the screen that comes after a face, and on the faces for a while
 * after the thank-you. These are ignored, and counted. The second half of a double tap is ignored without counting.
 */
export class QuietTime {
  private until = 0;
  private before: Before = 'nothing';

  /** @param now ms of a clock that only runs forward */
  constructor(private readonly now: () => number) {}

  /** Another screen stands there. */
  begin(before: Before): void {
    this.before = before;
    this.until = this.now() + quietMs[before];
  }

  /** What a tap means just now. */
  meaningOf(event: Pick<MouseEvent, 'detail'>): 'choice' | 'ignored' | 'repeated' {
    if (this.now() >= this.until) return 'choice';
    return this.before === 'step' || event.detail === 2 ? 'ignored' : 'repeated';
  }
}
