import { writeFile } from 'node:fs/promises';
import { Problem } from '#contract';
import { csvLine } from '#spreadsheets';
import type { HandedLink } from './invitations.js';

/**
 * Writes links to a CSV file with the columns reference and link, for who prints or sends them; only its owner may read it.
 * @throws Problem `command.failed` where it cannot be written
 */
export async function writeLinks(file: string, links: readonly HandedLink[]): Promise<void> {
  const lines = links.map(({ reference, link }) => csvLine([reference, link]));
  await writeFile(file, `\ufeffreference,link\r\n${lines.join('')}`, { mode: 0o600 }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Problem('command.failed', { params: { reason } }, { cause });
  });
}
