import { textsIn, type Language, type Say } from '#contract';
import type { CycleFigures, Measure, MeasureFigures, Name, StudyCode } from '#figures';

/** What a page needs to speak: its language, its texts, and the names of what it shows. */
export interface Words {
  readonly language: Language;
  readonly say: Say;
  /** A name in this language, or in the other when it has none. */
  nameOf(name: Name): string;
  /** The measure a figure is of. */
  measure(study: StudyCode, code: string): Measure;
  study(study: StudyCode): string;
  channel(code: string): string;
}

/** The words of one report. */
export function wordsOf(figures: CycleFigures, language: Language): Words {
  const say = textsIn(language);
  const measures = new Map(figures.measures.map((measure) => [`${measure.study}\n${measure.code}`, measure]));
  return {
    language,
    say,
    nameOf: (name) => (language === 'ar' ? (name.ar ?? name.en) : (name.en ?? name.ar)) ?? '',
    measure: (study, code) => {
      const measure = measures.get(`${study}\n${code}`);
      if (!measure) throw new RangeError(`No measure ${code} in ${study}`);
      return measure;
    },
    study: (study) => say(`study.${study}`),
    channel: (code) => (code === 'digital' ? say('channel.digital') : code),
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
