import { inClauses, textsIn, type Language, type Say } from '#contract';
import { withoutDirectionSigns } from './direction-signs.js';
import type { CycleFigures, Measure, MeasureFigures, Name, StudyCode } from '#figures';

/** What a page needs to speak: its language, its texts, and the names of what it shows. */
export interface Words {
  readonly language: Language;
  readonly say: Say;
  /** A name in this language, or in the other when it has none. */
  nameOf(name: Name): string;
  /** The same for a sentence: isolated, since it may run in the other direction. */
  nameInText(name: Name, otherwise?: string): string;
  /** Names or the like in a row, as the language separates them. */
  listed(names: readonly string[]): string;
  /** Clauses in a row, each with a sense of its own, as the language separates them. */
  inClauses(clauses: readonly string[]): string;
  /** The measure a figure is of. */
  measure(study: StudyCode, code: string): Measure;
  study(study: StudyCode): string;
  /** As the rating scheme calls it where it knows it; else the code that was imported. */
  channel(code: string): string;
}

/** The words of one report. */
export function wordsOf(figures: CycleFigures, language: Language): Words {
  const say = textsIn(language);
  const measures = new Map(figures.measures.map((measure) => [`${measure.study}\n${measure.code}`, measure]));
  const channels = new Map(
    figures.agencies.flatMap(({ stars }) => stars?.channels ?? []).map(({ code, title }) => [code, title]),
  );
  const nameOf = ({ ar, en }: Name) => withoutDirectionSigns((language === 'ar' ? (ar ?? en) : (en ?? ar)) ?? '');
  return {
    language,
    say,
    nameOf,
    nameInText: (name, otherwise = '') => `\u2068${nameOf(name) || withoutDirectionSigns(otherwise)}\u2069`,
    listed: (names) => names.join(language === 'ar' ? '، ' : ', '),
    inClauses: (clauses) => inClauses(language, clauses),
    measure: (study, code) => {
      const measure = measures.get(`${study}\n${code}`);
      if (!measure) throw new RangeError(`No measure ${code} in ${study}`);
      return measure;
    },
    study: (study) => say(`study.${study}`),
    channel: (code) => {
      const title = channels.get(code);
      if (title) return nameOf(title);
      return code === 'digital' ? say('channel.digital') : withoutDirectionSigns(code);
    },
  };
}

/** The reason a change has no verdict, or the change that would have been found; nothing when there is a verdict. */
export function reasonOf({ change }: MeasureFigures, say: Say, plain: (value: number) => string): string {
  if (change.why) return say(`why.${change.why}`);
  if (change.verdict === 'noDetectableChange' && change.detectable !== null) {
    return say('why.detectable', { points: plain(change.detectable) });
  }
  return '';
}
