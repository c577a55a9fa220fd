import type { Chance } from './seeded-random.js';

const things = {
  ar: ['تجديد الرخصة', 'دفع الرسوم', 'تصديق الوثيقة', 'تحديث البيانات', 'إصدار البطاقة', 'حجز الموعد'],
  en: ['the renewal', 'the payment', 'the attestation', 'the new card', 'the missing document', 'the appointment'],
};
const manners = {
  ar: ['بوضوح', 'باختصار', 'بلطف', 'على عجل', 'وهو يتحدث في الهاتف'],
  en: ['clearly', 'in a few words', 'kindly', 'in a hurry', 'while on the phone'],
};
const sentences = {
  ar: [
    'انتظرت # دقيقة قبل أن ينادى رقمي عند الشباك #',
    'شرح الموظف خطوات @ % ولم يذكر المستندات المطلوبة',
    'كانت شاشة الأدوار متوقفة وفي القاعة # أشخاص ينتظرون',
    'سألت عن @ فأرسلني الموظف % إلى الشباك #',
    'لم أجد لوحة تدل على @ عند المدخل',
    'المقاعد غير كافية إذ وقف # مراجعين قرب الباب',
    'جهاز التذاكر لم يعمل إلا بعد المحاولة #',
    'أجاب الموظف عن سؤالي حول @ % بعد # دقيقة',
    'مواقف السيارات ممتلئة فمشيت # دقيقة حتى المدخل',
    'قال لي الحارس % إن @ في الطابق #',
    'وصلتني رسالة عن @ بعد # دقيقة من خروجي',
    'طلب الموظف نسخة أخرى من أجل @ رغم أني قدمت # أوراق',
  ],
  en: [
    'I waited # minutes until my number was called at counter #',
    'The employee explained @ % but did not say which papers are needed',
    'The screen with the numbers was off and # people were waiting in the hall',
    'I asked about @ and was sent % to counter #',
    'There was no sign for @ at the entrance',
    'The seats were not enough and # people stood near the door',
    'The ticket machine worked only when I tried it # times',
    'My question about @ was answered % by the employee after # minutes',
    'The car park was full, so I walked # minutes to the entrance',
    'The guard said % that @ is on floor #',
    'A message about @ came # minutes after I had left',
    'They wanted another copy for @ although I had brought # papers',
  ],
};

/** What a shopper writes: two things that he saw, with their details. */
export function seededRemark(chance: Chance, language: 'ar' | 'en'): string {
  const sentence = () =>
    chance
      .one(sentences[language])
      .replaceAll('#', () => String(chance.whole(2, 30)))
      .replaceAll('@', () => chance.one(things[language]))
      .replaceAll('%', () => chance.one(manners[language]));
  return `${sentence()}. ${sentence()}.`;
}

/** The same remark as someone writes it who does not want it to look the same. */
export function disguised(chance: Chance, remark: string): string {
  const words = remark.split(' ');
  if (chance.in(0.3)) words.push(chance.one(['ايضا', 'today', 'فعلا']));
  return words
    .join(chance.one([' ', '  ']))
    .replaceAll('ا', chance.one(['ا', 'أ']))
    .replaceAll('ت', chance.one(['ت', 'تـ']))
    .replace(/[.]/g, chance.one(['.', ' -', '!']))
    .replace(/\d/g, (digit) => (chance.in(0.5) ? String.fromCharCode(0x660 + Number(digit)) : digit));
}
