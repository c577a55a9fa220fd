import { useLanguage } from '../parts/language.js';
import { ageText, momentText } from '../parts/moments.js';
import type { Sent } from '../store/model.js';

/** A visit that the office has, with its receipt: what to name when somebody asks. */
export function SentCard({ sent: { title, receipt, sentAt }, now }: { readonly sent: Sent; readonly now: number }) {
  const { say, language } = useLanguage();
  return (
    <li className="card">
      <h3 dir="auto">{title}</h3>
      <p>{say('tablet.sent.at', { age: ageText(say, sentAt, now), revision: receipt.revision })}</p>
      {receipt.late && <p>{say('tablet.sent.late')}</p>}
      <details className="brief">
        <summary>{say('tablet.receipt')}</summary>
        <dl className="receipt">
          <dt>{say('tablet.receipt.received')}</dt>
          <dd>{momentText(receipt.receivedAt, language)}</dd>
          <dt>{say('tablet.receipt.photos')}</dt>
          <dd>{receipt.media.length}</dd>
          <dt>{say('tablet.receipt.number')}</dt>
          <dd dir="ltr">{receipt.id}</dd>
          <dt>{say('tablet.receipt.hash')}</dt>
          <dd dir="ltr">{receipt.hash}</dd>
        </dl>
      </details>
    </li>
  );
}
