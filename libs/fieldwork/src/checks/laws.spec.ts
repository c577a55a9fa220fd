import fc from 'fast-check';
import { languages, textsIn } from '#contract';
import { isWhole } from '#documents';
import { findingCodes, findingText, type FindingCode } from './finding.js';
import { findingsOf } from './findings-of.js';
import { contradictionsOf } from './contradictions.js';
import { anyContext, sentVisit } from './test/arbitrary-visit.js';
import { form, limits } from './test/visit-form.js';

const contradictions = contradictionsOf(
  [{ instrument: 'centre_visit', when: 'has1 == "no" || how1 == "never"', message: { ar: 'أ', en: 'a' } }],
  form.instrument,
);

describe('findingsOf, of anything its schema takes', () => {
  it('law: never throws, says only what can be stored and read, and each thing once a place', () => {
    const seen = new Set<FindingCode>();
    fc.assert(
      fc.property(sentVisit, anyContext, (visit, context) => {
        const findings = findingsOf(visit, { ...context, contradictions });
        for (const found of findings) {
          seen.add(found.code);
          for (const value of Object.values(found.params)) {
            expect([found, typeof value === 'string' ? isWhole(value) : Number.isFinite(value)]).toEqual([found, true]);
          }
          for (const language of languages) {
            expect(findingText(textsIn(language), found, language)).not.toMatch(/[{}]|undefined|NaN/);
          }
        }
        const places = findings.map(({ code, item }) => `${code} ${item ?? ''}`);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 500 },
    );
    // The law is tried on what matters: on all but what takes a whole sheet of like answers.
    const untried = findingCodes.filter((code) => !seen.has(code));
    expect(untried.filter((code) => !['checkFailed', 'allAlike', 'commentsRepeated'].includes(code))).toEqual([]);
  });

  it('law: what is switched off finds nothing', () => {
    fc.assert(
      fc.property(sentVisit, anyContext, (visit, context) => {
        expect(findingsOf(visit, { ...context, checks: null })).toEqual([]);
      }),
    );
  });

  it('law: a wider fence, a longer time and more patience find no more', () => {
    const patient = {
      ...limits,
      fenceMetres: 10_000,
      minMinutes: 0,
      kmPerHour: 1_500,
      clockMinutes: 1_440,
      photoBits: 0,
    };
    const lenient: ReadonlySet<string> = new Set([
      'outsideFence',
      'tooShort',
      'impossibleTravel',
      'clockOff',
      'photoAlike',
    ]);
    fc.assert(
      fc.property(sentVisit, anyContext, (visit, context) => {
        const strict = findingsOf(visit, { ...context, checks: limits }).map(({ code }) => code);
        const mild = findingsOf(visit, { ...context, checks: patient }).map(({ code }) => code);
        expect(mild.filter((code) => lenient.has(code) && !strict.includes(code))).toEqual([]);
      }),
    );
  });
});
