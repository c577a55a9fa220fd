import type { PlannedCentre } from './planned-visit.js';
import { readVisitPlan } from './read-visit-plan.js';
import type { VisitPlan } from './visit-plan.js';

const said = (text: string) => ({ ar: `نص ${text}`, en: text });

/** A plan as an office writes it: two waves of three months, two visits each. `changes` replace whole fields. For specs only. */
export function samplePlanDocument(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return structuredClone({
    schema: 'nujoom.visit-plan/1',
    timeZone: 'Asia/Dubai',
    instruments: [{ channelTypes: ['centre', 'smart'], code: 'centre_visit', version: 1 }],
    waves: [
      { code: 'spring', title: said('Spring'), from: '2026-03-02', to: '2026-05-31' },
      { code: 'autumn', title: said('Autumn'), from: '2026-09-01', to: '2026-11-30' },
    ],
    visitsPerWave: 2,
    hours: ['08:00', '11:00', '14:00'].map((from) => ({ from, to: `${Number(from.slice(0, 2)) + 3}:00` })),
    scenarios: [
      { code: 'renew', title: said('Renewal'), brief: said('Ask to renew a permit.') },
      { code: 'enquire', title: said('Enquiry'), brief: said('Ask about fees.') },
    ],
    doubles: 0,
    ...changes,
  });
}

/** The plan that such a document holds; throws what is wrong with it. */
export function samplePlan(changes: Readonly<Record<string, unknown>> = {}): VisitPlan {
  const { plan, faults } = readVisitPlan(samplePlanDocument(changes));
  if (!plan) throw new RangeError(`The sample has faults: ${JSON.stringify(faults)}`);
  return plan;
}

/** Centres c1, c2, … of the type `centre` that offer three services. */
export function sampleCentres(number: number, changes: Partial<PlannedCentre> = {}): readonly PlannedCentre[] {
  const services = ['permit', 'licence', 'visa'];
  return Array.from({ length: number }, (_, at) => ({
    code: `c${at + 1}`,
    channelType: 'centre',
    services,
    ...changes,
  }));
}
