import { z } from 'zod';
import { Problem } from '#contract';
import { firstFaults, shapeFaults } from '#documents';
import type { SentVisit } from '#fieldwork';
import { sentHash } from '../submit/sent-hash.js';
import type { StoredReport } from './report.queries.js';

/** What the office sends to correct a report. The sheet is whole, and checked by the instrument. */
const Edit = z.strictObject({
  reason: z.string().trim().min(1).max(4_000),
  sheet: z.unknown(),
});
export type Edit = z.infer<typeof Edit>;

/** @throws Problem `request.invalid` with every fault */
export function readEdit(document: unknown): Edit {
  const { success, data, error } = Edit.safeParse(document, { reportInput: true });
  if (!success) throw new Problem('request.invalid', { faults: firstFaults(shapeFaults(error.issues)) });
  return data;
}

/** A report with other answers: all else of it, and what it claims of times and places, is the shopper's. */
export function editedContent(standing: StoredReport, { sheet, reason }: Edit): SentVisit {
  return { ...standing.content, sheet, replaces: standing.id, reason };
}

/** Whether a stored report is this very edit: then it was sent twice. */
export function isSameEdit({ by, content }: StoredReport, { sheet, reason }: Edit): boolean {
  return by === 'office' && content.reason === reason && sentHash(content.sheet) === sentHash(sheet);
}
