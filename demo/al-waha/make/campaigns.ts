import { campaignTexts } from './campaign-texts.js';
import { servingIn, type CycleKey } from './cycles.js';
import { agencies, renamed } from './network.js';

/** The campaign that is open while the demonstration is looked at. */
export const openCycle = '2026-27';

/** The survey of the customers of all centres in a cycle, whatever became of what they asked for. */
export function customersCampaign(cycle: CycleKey, closes: string): string {
  const places = servingIn(cycle).map(({ agency, code }) => ({ agency: agencyIn(cycle, agency), centre: code }));
  return json({
    code: codeOf('customers', cycle),
    study: 'customer-happiness',
    instrument: { code: 'customer_happiness', version: 1 },
    ...campaignTexts.customers,
    minutes: 1,
    ...days(cycle, closes),
    places,
    outcomeItem: 'outcome',
  });
}

/** The survey of the employees of all agencies in a cycle. */
export function employeesCampaign(cycle: CycleKey, closes: string): string {
  return json({
    code: codeOf('employees', cycle),
    study: 'employee-happiness',
    instrument: { code: 'employee_happiness', version: 1 },
    ...campaignTexts.employees,
    minutes: 6,
    ...days(cycle, closes),
    places: agencies.map(({ code }) => ({ agency: agencyIn(cycle, code) })),
  });
}

/** The code of an agency in a cycle: one was renamed. */
export function agencyIn(cycle: CycleKey, code: string): string {
  return code === renamed.from && cycle !== '2024-25' ? renamed.code : code;
}

function codeOf(whom: 'customers' | 'employees', cycle: CycleKey): string {
  return `al_waha_${whom}_${cycle.replace('-', '_')}`;
}

function days(cycle: CycleKey, closes: string) {
  return { cycle, opens: `${cycle.slice(0, 4)}-04-01T00:00:00+04:00`, closes: `${closes}T23:59:59+04:00` };
}

function json(campaign: object): string {
  return `${JSON.stringify({ schema: 'nujoom.campaign/1', ...campaign }, null, 1)}\n`;
}
