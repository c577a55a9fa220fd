import type { Fault } from '#contract';
import { criteriaOf, textsOf } from '../places.js';
import type { Scheme } from '../scheme.js';
import { faultAt, firstFaults } from './fault-at.js';

/** Texts that no database keeps: with NUL, or half of a surrogate pair. */
export function* brokenTextFaults(scheme: Scheme): Generator<Fault> {
  for (const { path, wording } of textsOf(scheme)) {
    for (const [language, text] of Object.entries(wording)) {
      if (!isWhole(text)) yield faultAt(`${path}.${language}`, 'brokenText', undefined, text);
    }
  }
  const feeds = [
    ...scheme.components.map(({ of }, index) => [of, `components[${index}].of`] as const),
    ...criteriaOf(scheme).map(({ criterion, path }) => [criterion.feed, `${path}.feed`] as const),
  ];
  for (const [feed, path] of feeds) {
    if (feed === 'pillars' || feed.by !== 'study') continue;
    if (!isWhole(feed.study)) yield faultAt(`${path}.study`, 'brokenText', undefined, feed.study);
    if (!isWhole(feed.measure ?? '')) yield faultAt(`${path}.measure`, 'brokenText', undefined, feed.measure);
  }
}

function isWhole(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** What a scheme lacks to be published: every text in Arabic and English. At most 1,000. */
export function schemePublishFaults(scheme: Scheme): readonly Fault[] {
  return firstFaults(
    textsOf(scheme).flatMap(({ path, wording }) =>
      ['ar', 'en']
        .filter((language) => !wording[language])
        .map((language) => faultAt(`${path}.${language}`, 'missing')),
    ),
  );
}
