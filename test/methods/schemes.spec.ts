import { compileScheme, judge, keyOfFeed, likeForLikeOfUnit, readScheme } from '#scoring';
import { schemeContinuationFaults, schemePublishFaults } from '#scoring';
import type { Observation } from '#scoring';
import { completeUnit, criteriaOf, documentIn, schemeFiles, shippedScheme } from './shipped-schemes.js';

describe.each(schemeFiles)('%s', (file) => {
  it('can be judged by and published, and is named by its code and version', () => {
    expect(readScheme(documentIn(`methods/schemes/${file}`)).faults).toEqual([]);
    const scheme = shippedScheme(file);
    expect(schemePublishFaults(scheme)).toEqual([]);
    expect(`${scheme.code.replaceAll('_', '-')}-${scheme.version}.json`).toBe(file);
  });

  it('says in its note that it is not official, and what', () => {
    const { status, note } = shippedScheme(file);
    expect(status).toBe('illustrative');
    expect(note?.['ar']).toMatch(/\p{Script=Arabic}{3}/u);
  });

  it('gives a complete unit of every channel type a final score', () => {
    const scheme = shippedScheme(file);
    for (const { code } of scheme.channelTypes) {
      const best = scheme.levels.at(-1)?.code ?? '';
      const { score, provisional } = judge(compileScheme(scheme, code), completeUnit(scheme, code, best, 90));
      expect([code, score !== null && score > 85, provisional]).toEqual([code, true, []]);
    }
  });
});

describe('global stars', () => {
  const [before, now] = [shippedScheme('global-stars-1.json'), shippedScheme('global-stars-2.json')];
  const channelTypes = now.channelTypes.map(({ code }) => code);

  it('has eight pillars, 35 elements of two or three criteria, six channel types and 2 to 7 stars', () => {
    const elements = now.pillars.flatMap((pillar) => pillar.elements);
    expect([now.pillars.length, elements.length, channelTypes.length]).toEqual([8, 35, 6]);
    expect(elements.filter(({ criteria }) => criteria.length < 2 || criteria.length > 3)).toEqual([]);
    for (const { stars } of [before, now]) {
      expect(stars.by === 'bands' && stars.bands.map(({ star }) => star)).toEqual([2, 3, 4, 5, 6, 7]);
    }
  });

  it('gives customers 65 % of the whole', () => {
    const weights = Object.fromEntries(now.components.map(({ code, weight }) => [code, weight]));
    const { assessment, ...customers } = weights;
    expect(assessment).toBe(0.35);
    expect(Object.values(customers).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0.65, 12);
  });

  it.each(channelTypes)('judges %s in all eight pillars', (channelType) => {
    for (const scheme of [before, now]) {
      expect(compileScheme(scheme, channelType).pillars.map(({ code }) => code)).toEqual(
        now.pillars.map(({ code }) => code),
      );
    }
  });

  it('states truly what became of every criterion', () => {
    expect(schemeContinuationFaults(before, now)).toEqual([]);
    const stated = Object.values(now.previous?.criteria ?? {});
    const count = (word: string) => stated.filter((one) => one === word).length;
    expect([count('same'), count('reworded'), count('rescaled'), count('new')]).toEqual([53, 4, 3, 26]);
    expect(criteriaOf(before)).toHaveLength(53 + 4 + 3 + (now.previous?.dropped.length ?? 0));
  });

  it.each([
    ['customer_happiness_centre', null, 0.93],
    ['digital_channels', null, 0.945],
    ['contact_centre', null, 0.941],
    ['shared_service_centre', null, 0.93],
    ['outsourced_service_centre', null, 0.93],
    ['smart_service_centre', 'seriesBreak', 0.677],
  ])('has with version 1 at %s: %s, common weight %d', (channelType, refused, commonWeight) => {
    const evidenceOf = (scheme: typeof now) => completeUnit(scheme, channelType, 'maturing', 80);
    const change = likeForLikeOfUnit(
      { scheme: before, evidence: evidenceOf(before) },
      { scheme: now, evidence: evidenceOf(now) },
    );
    expect(change.refused).toBe(refused);
    expect('commonWeight' in change && change.commonWeight).toBeCloseTo(commonWeight, 2);
  });

  it('reads only dimensions that the instruments have', () => {
    for (const scheme of [before, now]) {
      for (const { feed } of criteriaOf(scheme)) {
        if (feed.by !== 'instrument') continue;
        for (const code of [feed.instrument, ...(feed.alternatives ?? [])]) {
          const { dimensions } = instrumentNamed(code);
          expect([code, dimensions.map((dimension) => dimension.code)]).toEqual([
            code,
            expect.arrayContaining([feed.dimension]),
          ]);
        }
      }
    }
  });
});

describe('the federal model', () => {
  it('has the weights of the manual of GEM 2.0', () => {
    const { pillars } = shippedScheme('federal-gem-1.json');
    expect(pillars.map(({ weight, elements }) => [weight, ...elements.map((element) => element.weight)])).toEqual([
      [40, 10, 10, 10, 10],
      [35, 15, 10, 10],
      [25, 5, 5, 10, 5],
    ]);
  });
});

describe('New York City’s CORE', () => {
  const scheme = shippedScheme('nyc-core-1.json');

  it('counts all fifteen conditions alike, on 0, 33, 67 and 100', () => {
    expect(scheme.levels.map(({ score }) => score)).toEqual([0, 33, 67, 100]);
    const { criteria } = compileScheme(scheme, 'walk_in_centre');
    expect(criteria).toHaveLength(15);
    for (const { weightInWhole } of criteria) expect(weightInWhole).toBeCloseTo(1 / 15, 12);
  });

  it('takes the average of what applies: a centre without restrooms', () => {
    const unit = completeUnit(scheme, 'walk_in_centre', 'excellent', 0);
    const gradings = new Map(unit.gradings)
      .set('restrooms', { level: null, hasEvidence: false })
      .set('litter', { level: 'fair', hasEvidence: false });
    const [maintenance] = judge(compileScheme(scheme, 'walk_in_centre'), { ...unit, gradings }).pillars;
    expect(maintenance?.score).toBeCloseTo((6 * 100 + 33) / 7, 12);
  });
});

describe('nursing homes by five stars (AT-24)', () => {
  const scheme = shippedScheme('nursing-home-five-star-1.json');
  const rated = (stars: readonly number[], violations: readonly string[] = []) => {
    const observations = new Map<string, Observation>(
      scheme.components.flatMap(({ of }, index) =>
        of === 'pillars' || of.by === 'grading'
          ? []
          : [[keyOfFeed(of), { value: 20 * (stars[index] ?? 0), n: 1, error: null }] as const],
      ),
    );
    const unit = { ...completeUnit(scheme, 'nursing_home', '', 0), observations, violations };
    return judge(compileScheme(scheme, 'nursing_home'), unit).star;
  };

  it.each([
    [[1, 5, 5], 2],
    [[4, 5, 5], 5],
    [[3, 1, 1], 1],
    [[5, 1, 5], 5],
    [[5, 5, 1], 4],
    [[2, 5, 3], 3],
    [[1, 1, 5], 2],
    [[2, 1, 1], 1],
  ])('inspection, staffing, quality %j → %d', (stars, star) => expect(rated(stars)).toBe(star));

  it('caps the inspection star at 2 after abuse, before the steps', () => {
    expect([rated([5, 3, 3], ['abuse']), rated([5, 5, 3], ['abuse']), rated([5, 3, 3], ['late'])]).toEqual([2, 3, 5]);
  });
});

function instrumentNamed(code: string): { readonly dimensions: readonly { readonly code: string }[] } {
  const newest = code === 'service_centre_visit' ? 2 : 1;
  return documentIn(`methods/instruments/${code.replaceAll('_', '-')}-${newest}.json`) as ReturnType<
    typeof instrumentNamed
  >;
}
