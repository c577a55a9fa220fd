import { contentHash } from '#documents';
import type { SentVisit, VisitReceipt } from '#fieldwork';
import type { Outgoing } from '../store/kept.js';

/** Whether a receipt is one for this very visit, with all of its files: only then its local copy goes. */
export function isReceiptFor({ id, assignment, body }: Outgoing, receipt: VisitReceipt): boolean {
  const sent = JSON.parse(body) as SentVisit;
  const stored = new Set(Array.isArray(receipt.media) ? receipt.media : []);
  return (
    receipt.id === id &&
    receipt.assignment === assignment &&
    receipt.hash === contentHash(sent) &&
    sent.photos.every(({ hash }) => stored.has(hash))
  );
}
