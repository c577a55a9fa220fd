import { compileInstrument, type Instrument } from '#instruments';
import { cellOf } from './answers-file.js';
import { agencyIn } from './campaigns.js';
import { Chance } from './chance.js';
import { csv } from './csv.js';
import type { DemoCycle } from './cycles.js';
import { filled } from './filled.js';
import { agencies, type DemoAgency } from './network.js';
import { quietAgency } from './qualities.js';

/** What employees answered: their agency and the answers, without anything that tells them apart. */
export function employeesFile(instrument: Instrument, cycle: DemoCycle): string {
  const compiled = compileInstrument(instrument);
  const codes = instrument.sections.flatMap(({ items }) =>
    items.filter(({ type }) => type !== 'text').map(({ code }) => code),
  );
  const rows = agencies.flatMap((agency) =>
    Array.from({ length: answersOf(agency, cycle) }, (_, at) => {
      const chance = new Chance(cycle.key, instrument.code, agency.code, at);
      const answers = filled(compiled, agency.quality[cycle.at], chance, '', 0.04);
      return [agencyIn(cycle.key, agency.code), ...codes.map((code) => cellOf(answers[code]))];
    }),
  );
  return csv(['agency', ...codes], rows);
}

/** How many employees of an agency answered: 15 to 60, of one so few that nothing is shown of it. */
function answersOf({ code }: DemoAgency, { key, at }: DemoCycle): number {
  if (code === quietAgency) return 7;
  return 15 + new Chance('employees', code, ...(at === 0 ? [key] : [])).below(46);
}
