import { Worker } from 'node:worker_threads';
import { doubtful, active } from './refused.js';
import type { PdfVerdict } from './pdf-worker.js';

/** What an honest PDF of 20 MB takes is a fraction of this, in ms. */
const patience = 20_000;
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 } as const;

/** Tests run the source, the built platform what was made of it. */
const workerFile = new URL(`./pdf-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/**
 * Refuses a PDF that runs, fetches or carries anything. It is looked into in a thread of its own with bounds of time and
 * memory: what breaks or stalls a reader is refused, and nobody waits for it.
 * @throws Problem `evidence.active`, `evidence.doubtful`
 */
export async function inspectPdf(content: Buffer): Promise<void> {
  const verdict = await verdictOn(content);
  if (verdict === null) return;
  throw verdict.active ? active(verdict.what) : doubtful(verdict.what);
}

async function verdictOn(content: Buffer): Promise<PdfVerdict | null> {
  const worker = new Worker(workerFile, {
    workerData: new Uint8Array(content),
    resourceLimits: memory,
    stderr: true,
    stdout: true,
    execArgv: ['--no-warnings'],
  });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve({ active: false, what: 'PDF' }));
      worker.once('exit', () => resolve({ active: false, what: 'PDF' }));
      late = setTimeout(() => resolve({ active: false, what: 'PDF' }), patience);
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
