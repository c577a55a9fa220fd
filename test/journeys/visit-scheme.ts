const said = (en: string, ar: string) => ({ ar, en });

/** A scheme whose only evidence are visits with the small instrument. */
const scheme = {
  schema: 'nujoom.scheme/1',
  code: 'visits_only',
  version: 1,
  title: said('Visits alone', 'الزيارات وحدها'),
  status: 'illustrative',
  channelTypes: ['centre', 'smart'].map((code) => ({ code, title: said(code, `قناة ${code}`) })),
  levels: ['none', 'some', 'all'].map((code, at) => ({ code, title: said(code, `مستوى ${code}`), score: 50 * at })),
  components: [{ code: 'visits', title: said('Visits', 'الزيارات'), weight: 1, of: 'pillars' }],
  pillars: [
    {
      code: 'experience',
      title: said('Experience', 'التجربة'),
      weight: 1,
      elements: [
        {
          code: 'visited',
          title: said('Visited', 'الزيارة'),
          weight: 1,
          criteria: [
            {
              code: 'shoppers',
              title: said('Mystery shoppers', 'المتسوق السري'),
              weight: 1,
              feed: { by: 'instrument', instrument: 'small_visit', minimum: 1 },
              evidence: 'none',
            },
          ],
        },
      ],
    },
  ],
  stars: { by: 'bands', bands: [{ star: 2, from: 40 }, { star: 5, from: 80 }] }, // prettier-ignore
};

/** Puts the scheme into a database, published, and opens every cycle there with it. */
export const withVisitScheme = `
  with kept as (
    insert into method_versions (id, kind, code, version, hash, document, published_at)
    values (gen_random_uuid(), 'scheme', 'visits_only', 1, repeat('1', 64), $json$${JSON.stringify(scheme)}$json$, now()) returning id
  )
  insert into cycle_schemes (cycle_id, scheme_id) select cycles.id, kept.id from cycles, kept;`;
