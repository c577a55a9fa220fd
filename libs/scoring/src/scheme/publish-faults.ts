import type { Fault } from '#contract';
import { faultAt, firstFaults } from '#documents';
import { textsOf } from './places.js';
import type { Scheme } from './scheme.js';

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
