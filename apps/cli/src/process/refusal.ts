import { Problem, textsIn, type Language, type Say } from '#contract';
import { settingsFrom } from '#settings';

/**
 * One clear sentence for whatever stopped a command, in its language, with the faults below it one a line. Never a stack:
 * who runs a command cannot act on it.
 */
export function sentenceOf(error: unknown, say: Say): string {
  if (!(error instanceof Problem)) return say('problem.command.failed', { reason: reasonOf(error) });
  const { params = {}, faults = [] } = error.details;
  const lines = faults.map((fault) => {
    const places = [fault.sheet, fault.line, fault.where].filter((place) => place !== undefined && place !== '');
    const value = fault.value === undefined ? '' : ` “${fault.value}”`;
    return `  ${printable(`${places.join(': ')}${value}: ${say(`fault.${fault.reason}`, fault.params)}`)}`;
  });
  return [printable(say(`problem.${error.code}`, params)), ...lines].join('\n');
}

/** The language to speak before the settings are known to be right; English when that setting itself is wrong. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  try {
    return settingsFrom({ NUJOOM_LANGUAGE: environment['NUJOOM_LANGUAGE'] }).language;
  } catch {
    return 'en';
  }
}

/** Runs a process of ours to its end: a refusal becomes its sentence on stderr and an exit with 1. */
export async function runProcess(main: () => Promise<void>): Promise<void> {
  // A terminal that was closed takes no more words; that must not keep anything from being stopped in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, textsIn(languageOf(process.env)))}\n`);
    process.exitCode = 1;
  }
}

/** What a file holds may command a terminal: what is no text is shown as a sign that stands for nothing. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must not come out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

function reasonOf(error: unknown): string {
  const fault = error as { readonly message?: string; readonly errors?: readonly unknown[] };
  const inner = fault.errors?.[0];
  return fault.message?.split('\n')[0] || (inner === undefined ? String(error) : reasonOf(inner));
}
