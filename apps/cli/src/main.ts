import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { textsIn } from '#contract';
import { settingsFrom } from '#settings';
import { addAccount } from './commands/account.js';
import { addAgency } from './commands/agency.js';
import { addAssessment } from './commands/assessment.js';
import { addCampaigns } from './commands/campaign.js';
import { addCycle } from './commands/cycle.js';
import { addDevice } from './commands/device.js';
import { addDoctor } from './commands/doctor.js';
import { addFigures } from './commands/figures.js';
import { addImport } from './commands/import.js';
import { addMethods } from './commands/method.js';
import { addScorecards } from './commands/scorecards.js';
import { addStars } from './commands/stars.js';
import { addStart } from './commands/start.js';
import { addVisits } from './commands/visit.js';
import { languageOf, runProcess } from './process/refusal.js';
import { asRefusal, nujoomProgram, type CommandContext } from './program.js';

/** Every command, in the order of the help. */
const commands = [
  addStart,
  addImport,
  addMethods,
  addCycle,
  addAgency,
  addAssessment,
  addVisits,
  addCampaigns,
  addStars,
  addFigures,
  addScorecards,
  addAccount,
  addDevice,
  addDoctor,
];

async function main(): Promise<void> {
  const say = textsIn(languageOf(process.env));
  const program = nujoomProgram(say, version());
  const context: CommandContext = { say, settings: () => settingsFrom(process.env) };
  for (const add of commands) add(program, context);
  try {
    await program.parseAsync();
  } catch (error) {
    const refusal = asRefusal(error, say);
    if (refusal !== null) throw refusal;
  }
}

function version(): string {
  const file = findPackageJSON(import.meta.url);
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : '';
}

await runProcess(main);
await Promise.all([process.stdout, process.stderr].map(flushed));
// What a refused command may have left open is nobody's concern any more.
process.exit();

/** All that was written has gone out: a reader of the other end of a pipe may be slow. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
