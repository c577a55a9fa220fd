import type { SentVisit } from '#fieldwork';
import type { Answers, AnswerSheet } from '#instruments';

/** One thing that differs between two reports about a visit. */
export interface SentChange {
  /** `answers.wait`, `repeats.counter[1].queue`, `stamps.arrival`, `places.start`, `photos`, `startedAt`. */
  readonly path: string;
  /** What stood there; null: nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What changed from one report to the next that people judge by: answers item by item, stamps, places, times, photos by their
 * hashes. Both as they were read from the store, where equal things are written alike.
 */
export function changesBetween(before: SentVisit, after: SentVisit): readonly SentChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const paths = new Set([...now.keys(), ...old.keys()]);
  return [...paths].flatMap((path): SentChange[] => {
    const [was, is] = [old.get(path) ?? null, now.get(path) ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, before: was, after: is }];
  });
}

function fieldsOf({ sheet, startedAt, finishedAt, stamps, places, photos }: SentVisit): ReadonlyMap<string, unknown> {
  const { answers, repeats = {} } = sheet as AnswerSheet;
  const times = Object.entries(repeats).flatMap(([section, all]) =>
    all.flatMap((one, at) => answersAt(one, `repeats.${section}[${at}].`)),
  );
  return new Map<string, unknown>([
    ...answersAt(answers, 'answers.'),
    ...times,
    ['startedAt', startedAt],
    ['finishedAt', finishedAt],
    ...Object.entries(stamps).map(([name, at]) => [`stamps.${name}`, at] as const),
    ...Object.entries(places).map(([name, place]) => [`places.${name}`, place] as const),
    ['photos', photos.map(({ hash }) => hash).sort()],
  ]);
}

function answersAt(answers: Answers, prefix: string): (readonly [string, unknown])[] {
  return Object.entries(answers).map(([code, given]) => [prefix + code, given] as const);
}
