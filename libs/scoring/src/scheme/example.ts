import { Scheme } from './scheme.js';

/** A small scheme with a bit of everything, as examples and tests take it: each a new copy, to be changed at will. */
export function exampleScheme(changes: Readonly<Record<string, unknown>> = {}): Scheme {
  return Scheme.parse({ ...exampleDocument(), ...changes });
}

/** The same as a document before it is read. */
export function exampleDocument() {
  return {
    schema: 'nujoom.scheme/1',
    code: 'centres',
    version: 1,
    title: { ar: 'تقييم مراكز الخدمة', en: 'Rating of service centres' },
    note: { ar: 'توضيحي وغير رسمي', en: 'Illustrative, not official' },
    status: 'illustrative',
    channelTypes: [
      { code: 'centre', title: { ar: 'مركز خدمة', en: 'Service centre' } },
      { code: 'digital', title: { ar: 'قناة رقمية', en: 'Digital channel' } },
    ],
    levels: [
      { code: 'none', title: { ar: 'لا يوجد', en: 'None' }, score: 0 },
      { code: 'developing', title: { ar: 'قيد التطوير', en: 'Developing' }, score: 50 },
      { code: 'leading', title: { ar: 'ريادي', en: 'Leading' }, score: 100 },
    ],
    components: [
      { code: 'assessment', title: { ar: 'التقييم', en: 'Assessment' }, weight: 60, of: 'pillars' },
      {
        code: 'customers',
        title: { ar: 'المتعاملون', en: 'Customers' },
        weight: 40,
        of: { by: 'study', study: 'happiness', minimum: 30 },
        bands: [
          { star: 1, from: 0 },
          { star: 2, from: 50 },
          { star: 3, from: 80 },
        ],
      },
    ],
    pillars: examplePillars(),
    stars: { by: 'bands', bands: [2, 3, 4, 5, 6, 7].map((star, step) => ({ star, from: 40 + 10 * step })) },
    gates: [
      {
        when: 'pillarBelow',
        code: 'weak_place',
        title: { ar: 'ضعف المكان', en: 'A weak place' },
        pillar: 'place',
        below: 50,
        then: { cap: 4 },
      },
    ],
  };
}

function examplePillars() {
  const graded = { by: 'grading' };
  return [
    {
      code: 'place',
      title: { ar: 'المكان', en: 'Place' },
      weight: 1,
      elements: [
        {
          code: 'building',
          title: { ar: 'المبنى', en: 'Building' },
          weight: 1,
          criteria: [
            {
              code: 'access',
              title: { ar: 'سهولة الوصول', en: 'Access' },
              guidance: { ar: 'المنحدرات والمصاعد', en: 'Ramps and lifts' },
              weight: 2,
              feed: graded,
              evidence: 'required',
            },
            {
              code: 'parking',
              title: { ar: 'المواقف', en: 'Parking' },
              weight: 1,
              channels: ['centre'],
              feed: graded,
            },
          ],
        },
      ],
    },
    {
      code: 'service',
      title: { ar: 'الخدمة', en: 'Service' },
      weight: 3,
      elements: [
        {
          code: 'people',
          title: { ar: 'الموظفون', en: 'People' },
          weight: 1,
          channels: ['centre'],
          criteria: [
            {
              code: 'welcome',
              title: { ar: 'الترحيب', en: 'Welcome' },
              weight: 1,
              feed: { by: 'items', instrument: 'visit', items: ['greeting', 'smile'], minimum: 3 },
            },
          ],
        },
        {
          code: 'time',
          title: { ar: 'الوقت', en: 'Time' },
          weight: 1,
          criteria: [
            {
              code: 'waiting',
              title: { ar: 'الانتظار', en: 'Waiting' },
              weight: 1,
              feed: { by: 'indicator', indicator: 'waiting_minutes', worst: 30, best: 5 },
            },
          ],
        },
      ],
    },
  ];
}
