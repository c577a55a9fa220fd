import { workFor } from '#campaigns';

/** What is asked of the worker. */
export interface Asked {
  readonly stamp: string;
  readonly bits: number;
}

/** The world of a worker, as far as it is needed. */
export interface Place {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(work: string): void;
}

/** While somebody still reads, the attack may grow, and what is asked for with it: better work than is asked for does as well. */
const beyond = { bits: 3, most: 20 };

/** Does the work and posts it, then better work, each as soon as it is found. */
export function answerWork(here: Place): void {
  here.onmessage = ({ data }) => void search(here, data);
}

async function search(here: Place, { stamp, bits: asked }: Asked): Promise<void> {
  let work = '';
  for (let bits = asked; bits <= Math.max(asked, Math.min(asked + beyond.bits, beyond.most)); bits++) {
    work = await workFor(stamp, bits, parseInt(work, 36) || 0);
    here.postMessage(work);
  }
}
