import { stretched, type Stretching } from './stretch.js';

/** What the page asks of this worker, once. */
export interface StretchRequest {
  readonly pin: string;
  readonly stretching: Stretching;
}

onmessage = ({ data }: MessageEvent<StretchRequest>) => {
  postMessage(stretched(data.pin, data.stretching));
};
