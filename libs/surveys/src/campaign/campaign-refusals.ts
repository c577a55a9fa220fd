import { Problem, type Fault } from '#contract';
import { mostFaults } from '#documents';

/** The refusal of a document, with the first thousand of its faults. */
export function campaignInvalid(faults: readonly Fault[]): Problem {
  return new Problem('campaign.invalid', { params: { count: faults.length }, faults: faults.slice(0, mostFaults) });
}

/** The refusal to open a campaign, with the first thousand reasons. */
export function notOpenable(code: string, faults: readonly Fault[]): Problem {
  const params = { code, count: faults.length };
  return new Problem('campaign.notOpenable', { params, faults: faults.slice(0, mostFaults) });
}
