import type { Stretching } from './stretch.js';
import type { StretchRequest } from './stretch.worker.js';

/** Stretches a PIN in a worker of its own, so that the page does not freeze; its memory goes away with it. */
export function stretchedApart(pin: string, stretching: Stretching): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./stretch.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data);
    worker.onerror = (event) => reject(new Error(`the worker failed: ${event.message}`));
    worker.postMessage({ pin, stretching } satisfies StretchRequest);
  }).finally(() => worker.terminate());
}
