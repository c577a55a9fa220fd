import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Problem, type Say } from '#contract';
import { Stars, StarTrials, type StarLine } from '#results';
import { withPlatform } from '../process/with-platform.js';
import type { CommandContext } from '../program.js';
import { tenths } from './tenths.js';

/** `nujoom stars CYCLE`: the stars of centres, as a table; everything about one, or what would be if, as JSON. */
export function addStars(program: Command, { say, settings }: CommandContext): void {
  program
    .command('stars')
    .description(say('cli.stars.description'))
    .argument('<cycle>', say('cli.option.cycle'))
    .option('--agency <code>', say('cli.option.agency'))
    .option('--centre <code>', say('cli.stars.centre'))
    .option('--change', say('cli.stars.change'))
    .option('--what-if <file>', say('cli.stars.whatIf'))
    .option('--robustness', say('cli.stars.robustness'))
    .action(async (cycle: string, options: StarOptions) => {
      const question = options.whatIf === undefined ? null : await questionIn(options.whatIf);
      await withPlatform(settings(), async (rooms) => {
        const [stars, trials] = [rooms.get(Stars), rooms.get(StarTrials)];
        if (question) return write(await trials.whatIf(cycle, question.json));
        if (options.robustness) return write(await trials.robustness(cycle, options.agency));
        if (options.change) return write(await stars.change(cycle, options.agency));
        if (options.centre !== undefined) return write(await stars.centre(cycle, options.centre));
        const choice = options.agency === undefined ? {} : { agency: options.agency };
        let page = await stars.centres(cycle, choice);
        if (page.length === 0) process.stdout.write(`${say('cli.stars.none')}\n`);
        for (; page.length > 0; page = await stars.centres(cycle, { ...choice, after: page.at(-1)!.centre })) {
          process.stdout.write(page.map((line) => `${lineOf(line, say)}\n`).join(''));
        }
      });
    });
}

interface StarOptions {
  readonly agency?: string;
  readonly centre?: string;
  readonly change?: boolean;
  readonly whatIf?: string;
  readonly robustness?: boolean;
}

async function questionIn(file: string): Promise<{ json: unknown }> {
  try {
    return { json: JSON.parse(await readFile(file, 'utf8')) as unknown };
  } catch (cause) {
    throw new Problem('method.fileKind', { params: { file } }, { cause });
  }
}

function lineOf({ centre, score, star, rawStar, fired, provisional, before }: StarLine, say: Say): string {
  const isHeld = rawStar !== star ? fired.map(({ gate }) => gate).join(', ') : '';
  const cells = [
    centre,
    score === null ? '' : tenths(score),
    starText(star, say),
    isHeld === '' ? '' : say('cli.stars.held', { star: starText(rawStar, say), gates: isHeld }),
    provisional.length > 0 ? say('cli.stars.provisional') : '',
    before ? say('cli.stars.before', { star: starText(before.star, say) }) : '',
  ];
  return cells.join('\t').trimEnd();
}

function starText(star: number | null, say: Say): string {
  return star === null ? say('cli.stars.notRated') : `${star}★`;
}

function write(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
