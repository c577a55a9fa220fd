import { InvalidArgumentError, Option } from 'commander';
import { languages, type Say } from '#contract';

/** The month in which a fiscal year begins. */
export function monthOption(flags: string, say: Say): Option {
  return new Option(flags, say('cli.option.fiscalYearStarts')).argParser((text) => {
    const month = Number(text);
    if (!Number.isInteger(month) || month < 1 || month > 12) throw new InvalidArgumentError('1–12');
    return month;
  });
}

/** One of the platform's languages. */
export function languageOption(say: Say): Option {
  return new Option('--language <language>', say('cli.option.language')).choices(languages);
}
