import type { Asked } from './worker-side.js';

/** Whoever presses early waits no longer than this; then it is sent without the work, and a person looks at it. */
const patienceMs = 10_000;

/** The form of a page that sends an answer: it waits for the work that is asked for. */
export class WaitingForm {
  /** Nothing is waited for any more. */
  private isReady = false;
  private isPressed = false;
  private ready: () => void = () => undefined;

  constructor(
    /** Where the work goes; `data-bits`: what is asked for, `data-moment`: what is said to who waits. */
    private readonly field: HTMLInputElement,
    private readonly form: HTMLFormElement,
  ) {}

  /** @param script its address; the worker is of the same file */
  start(script: string): void {
    const worker = new Worker(script);
    const done = () => {
      this.isReady = true;
      this.ready();
    };
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      this.field.value = data;
      done();
    };
    worker.onerror = done;
    const stamp = (this.form.elements.namedItem('stamp') as HTMLInputElement | null)?.value ?? '';
    worker.postMessage({ stamp, bits: Number(this.field.dataset['bits']) } satisfies Asked);
    this.form.addEventListener('submit', (event) => this.submitted(event));
    // Who comes back finds the page as it was left.
    addEventListener('pageshow', () => this.say(''));
  }

  /** Back, and into another language, one goes at once. */
  private submitted(event: SubmitEvent): void {
    const pressed = event.submitter as HTMLButtonElement | null;
    if (this.isReady || (pressed && pressed.value !== 'next')) return;
    event.preventDefault();
    if (this.isPressed) return;
    this.isPressed = true;
    this.say(this.field.dataset['moment'] ?? '');
    const waited = setTimeout(() => this.send(), patienceMs);
    this.ready = () => {
      clearTimeout(waited);
      this.send();
    };
  }

  private send(): void {
    this.isReady = true;
    this.ready = () => undefined;
    const go = Object.assign(document.createElement('input'), { type: 'hidden', name: 'go', value: 'next' });
    this.form.append(go);
    this.form.submit();
    go.remove();
  }

  private say(words: string): void {
    const place = document.getElementById('moment');
    if (place) place.textContent = words;
  }
}
