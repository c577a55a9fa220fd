import '#documents'; // zod without eval, before the first schema here

export * from './document/campaign.js';
export { instrumentMisfits } from './document/instrument-misfits.js';
export { placeKey } from './document/place-key.js';
export { readCampaign, type ReadCampaign } from './document/read-campaign.js';
export { campaignSchema } from './document/schema.js';
export * from './response/sent-response.js';
export * from './code/sealed-code.js';
export * from './code/form-stamp.js';
export * from './code/proof-of-work.js';
export { searchWork, type FirstBits } from './code/work-search.js';
export * from './quality/flaws-of.js';
export * from './response/cell-of.js';
export * from './pages/index.js';
export * from './results/counted-row.js';
export type { AnsweredItem, AnsweredShare } from './results/answered-items.js';
export * from './results/customer-results.js';
export { mayTellDrivers } from './results/driver-guard.js';
export { employeeResults } from './results/employee-results.js';
export {
  employeeRelease,
  type CountedEmployees,
  type OtherRelease,
  type ReleasedGroup,
} from './results/employee-release.js';
export { scoreFamilies, type ScoreFamily } from './results/score-families.js';
export type { EmployeeGroup, ReleasedSum } from './results/employee-cells.js';
export * from './results/result-scores.js';
export * from './results/campaign-weights.js';
export type * from './interview/interview-work.js';
