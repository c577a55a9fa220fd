/** An agency of Al Waha, which is no country of this world. */
export interface DemoAgency {
  readonly code: string;
  readonly en: string;
  readonly ar: string;
  /** How well it serves: 0 to 1, in the first and in the second cycle. */
  readonly quality: readonly [number, number];
}

export const agencies: readonly DemoAgency[] = [
  { code: 'ID', en: 'Identity and Nationality Authority', ar: 'هيئة الهوية والجنسية', quality: [0.84, 0.9] },
  { code: 'TR', en: 'Roads and Transport Authority', ar: 'هيئة الطرق والنقل', quality: [0.78, 0.84] },
  { code: 'HE', en: 'Department of Health', ar: 'دائرة الصحة', quality: [0.66, 0.7] },
  { code: 'ED', en: 'Department of Education', ar: 'دائرة التعليم', quality: [0.62, 0.69] },
  { code: 'LB', en: 'Department of Labour', ar: 'دائرة العمل', quality: [0.58, 0.66] },
  { code: 'EC', en: 'Department of Economic Development', ar: 'دائرة التنمية الاقتصادية', quality: [0.74, 0.78] },
  { code: 'MU', en: 'Municipality of Al Waha', ar: 'بلدية الواحة', quality: [0.6, 0.58] },
  { code: 'CO', en: 'Courts of Al Waha', ar: 'محاكم الواحة', quality: [0.56, 0.63] },
  { code: 'LA', en: 'Land Department', ar: 'دائرة الأراضي', quality: [0.7, 0.77] },
  { code: 'EW', en: 'Electricity and Water Authority', ar: 'هيئة الكهرباء والمياه', quality: [0.76, 0.75] },
  { code: 'CU', en: 'Customs Authority', ar: 'هيئة الجمارك', quality: [0.64, 0.72] },
  { code: 'SO', en: 'Social Care Authority', ar: 'هيئة الرعاية الاجتماعية', quality: [0.48, 0.57] },
];

/** The Department of Labour goes on under this name in the second cycle. */
export const renamed = { from: 'LB', code: 'HR', en: 'Department of Human Resources', ar: 'دائرة الموارد البشرية' };

/** A service centre of Al Waha. */
export interface DemoCentre {
  readonly code: string;
  readonly agency: string;
  readonly channelType: string;
  readonly en: string;
  readonly ar: string;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
}

const towns = [
  ['Al Nakheel', 'النخيل'],
  ['Al Mina', 'الميناء'],
  ['Al Rabwa', 'الربوة'],
] as const;

const others = [
  ['shared_service_centre', 'Shared Service Centre', 'مركز الخدمات المشتركة'],
  ['smart_service_centre', 'Smart Service Centre', 'مركز الخدمة الذكي'],
  ['outsourced_service_centre', 'Partner Service Centre', 'مركز خدمة الشريك'],
] as const;

/** Sixty centres in each cycle: five an agency, of which one closes and one opens between the cycles. */
export const centres: readonly DemoCentre[] = agencies.flatMap(({ code, en, ar }, at) => {
  const [channel, otherEn, otherAr] = others[at % others.length]!;
  const centre = (number: number, channelType: string, nameEn: string, nameAr: string): DemoCentre => ({
    code: `${code}-${number}`,
    agency: code,
    channelType,
    en: `${nameEn}, ${en}`,
    ar: `${nameAr} – ${ar}`,
    opensOn: null,
    closesOn: null,
  });
  const inTown = (town: number) => {
    const [townEn, townAr] = towns[town]!;
    return [`Customer Happiness Centre of ${townEn}`, `مركز سعادة المتعاملين في ${townAr}`] as const;
  };
  const all = [
    centre(1, 'customer_happiness_centre', ...inTown(0)),
    centre(2, 'customer_happiness_centre', ...inTown(1)),
    centre(3, 'digital_channels', 'Digital Channels', 'القنوات الرقمية'),
    centre(4, 'contact_centre', 'Contact Centre', 'مركز الاتصال'),
    centre(5, channel, otherEn, otherAr),
  ];
  if (code !== 'MU') return all;
  const [first, second, ...rest] = all;
  const closing = { ...second!, closesOn: '2025-03-31' };
  const opening = { ...centre(6, 'customer_happiness_centre', ...inTown(2)), opensOn: '2025-04-01' };
  return [first!, closing, ...rest, opening];
});
