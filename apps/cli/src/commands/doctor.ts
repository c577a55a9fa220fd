import type { Command } from 'commander';
import type { Say, TextKey } from '#contract';
import type { Finding } from '../doctor/check.js';
import { checkDatabase } from '../doctor/database.js';
import { checkDisk, checkRuntime } from '../doctor/machine.js';
import { checkPrinting } from '../doctor/printing.js';
import type { CommandContext } from '../program.js';

/** `nujoom doctor`: one line a check, what to do about each fault, and an exit that tells. */
export function addDoctor(program: Command, { say, settings }: CommandContext): void {
  program
    .command('doctor')
    .description(say('cli.doctor.description'))
    .action(async () => {
      const chosen = settings();
      const findings: Finding[] = [];
      const tell = (title: TextKey, finding: Finding | null) => {
        if (finding) findings.push(finding);
        process.stdout.write(`${lineOf(title, finding, say)}\n`);
      };
      tell('doctor.runtime', checkRuntime());
      tell('doctor.disk', await checkDisk(chosen.home));
      tell('doctor.database', await checkDatabase(chosen, say));
      const printing = await checkPrinting(chosen, say);
      tell('doctor.browser', printing.browser);
      tell('doctor.fonts', printing.fonts);
      const count = findings.filter((finding) => !finding.good).length;
      process.stdout.write(`${count === 0 ? say('doctor.good') : say('doctor.bad', { count })}\n`);
      if (count > 0) process.exitCode = 1;
    });
}

function lineOf(title: TextKey, finding: Finding | null, say: Say): string {
  if (!finding) return `– ${say(title)}: ${say('doctor.skipped')}`;
  const mark = finding.good ? `✓ ${say(title)}` : `✗ ${say(title)} ${say('doctor.fault')}`;
  return `${mark}: ${say(finding.text, finding.params)}`;
}
