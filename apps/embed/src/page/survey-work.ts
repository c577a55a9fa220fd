import { WaitingForm } from './waiting-form.js';
import { answerWork } from './worker-side.js';

/** One file for both: the page loads it, and it loads itself as a worker, so that the page stays awake while it computes. */
if (typeof document === 'undefined') answerWork(globalThis);
else {
  const { src } = document.currentScript as HTMLScriptElement;
  const field = document.querySelector<HTMLInputElement>('input[name="work"]');
  if (field?.form) new WaitingForm(field, field.form).start(src);
}
