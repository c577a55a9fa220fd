/** A scheme with the criteria that these tests grade: `machine` for smart centres only. */
const criterion = (code: string, evidence: string, channels?: readonly string[]) => ({
  code,
  title: { ar: code, en: code },
  weight: 1,
  feed: { by: 'grading' },
  evidence,
  ...(channels ? { channels } : {}),
});

const levels = ['none', 'basic', 'developing', 'maturing', 'leading'];

export const smallScheme = {
  schema: 'nujoom.scheme/1',
  code: 'small',
  version: 1,
  title: { ar: 'منهجية صغيرة', en: 'Small' },
  status: 'illustrative',
  channelTypes: ['centre', 'smart'].map((code) => ({ code, title: { ar: code, en: code } })),
  levels: levels.map((code, at) => ({ code, title: { ar: code, en: code }, score: 25 * at })),
  components: [{ code: 'assessment', title: { ar: 'التقييم', en: 'Assessment' }, weight: 1, of: 'pillars' }],
  pillars: [
    {
      code: 'service',
      title: { ar: 'الخدمة', en: 'Service' },
      weight: 1,
      elements: [
        {
          code: 'delivery',
          title: { ar: 'التقديم', en: 'Delivery' },
          weight: 1,
          criteria: [
            criterion('leadership', 'required'),
            criterion('queue', 'optional'),
            criterion('greeting', 'none'),
            criterion('machine', 'optional', ['smart']),
          ],
        },
      ],
    },
  ],
  stars: { by: 'bands', bands: [{ star: 2, from: 40 }, { star: 5, from: 80 }] }, // prettier-ignore
};

/** Puts the scheme into a database, published, and opens every cycle there with it. */
export const withSmallScheme = `
  with kept as (
    insert into method_versions (id, kind, code, version, hash, document, published_at)
    values (gen_random_uuid(), 'scheme', 'small', 1, repeat('0', 64), '${JSON.stringify(smallScheme)}', now()) returning id
  )
  insert into cycle_schemes (cycle_id, scheme_id) select cycles.id, kept.id from cycles, kept;`;
