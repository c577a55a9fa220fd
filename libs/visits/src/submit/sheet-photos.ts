import type { Answers, AnswerSheet } from '#instruments';

/** A file that an answer names: where, and its hash. */
export interface NamedFile {
  readonly where: string;
  readonly hash: string;
}

/**
 * Every file that a sheet without faults names: beside answers, as answers, and as signatures.
 * @param files the codes of items whose answers are files or signatures
 */
export function filesIn({ answers, repeats }: AnswerSheet, files: ReadonlySet<string>): readonly NamedFile[] {
  const named: NamedFile[] = [];
  addFiles(answers, 'answers.', files, named);
  for (const section in repeats) {
    repeats[section]?.forEach((time, at) => addFiles(time, `repeats.${section}[${at}].`, files, named));
  }
  return named;
}

function addFiles(answers: Answers, prefix: string, files: ReadonlySet<string>, named: NamedFile[]): void {
  for (const code of Object.keys(answers)) {
    const given = answers[code];
    if (given?.evidence !== undefined) addEach(given.evidence, `${prefix}${code}.evidence`, named);
    if (files.size === 0 || !files.has(code)) continue;
    const value = given?.value;
    if (typeof value === 'string') named.push({ where: prefix + code, hash: value });
    else if (Array.isArray(value)) addEach(value as readonly string[], prefix + code, named);
  }
}

function addEach(hashes: readonly string[], path: string, named: NamedFile[]): void {
  hashes.forEach((hash, at) => named.push({ where: `${path}[${at}]`, hash }));
}
