import { readCampaign } from './read-campaign.js';
import type { Campaign } from './campaign.js';

const said = (text: string) => ({ ar: `نص ${text}`, en: text });

/** A campaign among customers as an office writes it. `changes` replace whole fields. For specs only. */
export function sampleCampaignDocument(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return structuredClone({
    schema: 'nujoom.campaign/1',
    code: 'spring',
    cycle: '2026',
    study: 'customer-happiness',
    instrument: { code: 'sample', version: 1 },
    title: said('How was our service?'),
    asker: said('The Excellence Office'),
    purpose: said('To improve our services.'),
    minutes: 1,
    consent: { version: 1, text: said('Your answers are anonymous.') },
    opens: '2026-03-01T00:00:00+04:00',
    closes: '2026-05-31T23:59:59+04:00',
    places: [{ agency: 'WORKS' }, { agency: 'WORKS', centre: 'gate' }, { agency: 'HEALTH', centre: 'clinic' }],
    outcomeItem: 'outcome',
    cuts: ['gender'],
    ...changes,
  });
}

/** The campaign that such a document holds; throws what is wrong with it. */
export function sampleCampaign(changes: Readonly<Record<string, unknown>> = {}): Campaign {
  const { campaign, faults } = readCampaign(sampleCampaignDocument(changes));
  if (!campaign) throw new RangeError(`The sample has faults: ${JSON.stringify(faults)}`);
  return campaign;
}
