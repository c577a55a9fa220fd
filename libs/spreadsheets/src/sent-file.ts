import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '#contract';
import { limits } from './limits.js';
import { tooLarge } from './refusals.js';

/** A file on its way in. */
export interface SentFile {
  /** What it is called in refusals. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * Puts what comes in into a file, for as long as something is done with it: readers of workbooks go to and fro in theirs. Its
 * path is told to nobody: refusals of the work call the file by its name.
 * @throws Problem `import.fileTooLarge` as soon as more than 5 MiB came in, `import.fileUnreadable` when it broke off, and what
 *   the work throws
 */
export async function withSentFile<Done>(
  { name, content }: SentFile,
  work: (file: string) => Promise<Done>,
): Promise<Done> {
  const folder = await mkdtemp(join(tmpdir(), 'nujoom-sent-'));
  const file = join(folder, 'sent');
  try {
    await write(content, file);
    return await work(file);
  } catch (error) {
    throw calledBy(name, file, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(content: SentFile['content'], file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of whole(content, file)) {
      bytes += chunk.length;
      if (bytes > limits.wholeBytes) throw tooLarge(file, 'bytes', limits.wholeBytes);
      await handle.write(chunk);
    }
  } finally {
    await handle.close();
  }
}

/** The same, or a refusal where its sender went away. */
async function* whole(content: SentFile['content'], file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (cause) {
    throw new Problem('import.fileUnreadable', { params: { file } }, { cause });
  }
}

function calledBy(name: string, file: string, error: unknown): unknown {
  if (!(error instanceof Problem) || error.details.params?.['file'] !== file) return error;
  const details = { ...error.details, params: { ...error.details.params, file: name } };
  return new Problem(error.code, details, { cause: error });
}
