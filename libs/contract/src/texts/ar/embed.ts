/** The survey inside the page of another website. It ships in the script itself, without the other texts. */
export const embed = {
  'embed.optional': '(اختياري)',
  'embed.send': 'إرسال',
  'embed.sending': 'جارٍ الإرسال…',
  'embed.thanks': 'شكرًا لكم',
  'embed.thanksLead': 'وصلت إجابتكم.',
  'embed.choose': 'يُرجى اختيار إجابة: {question}',
  'embed.unreachable': 'لم تُرسل الإجابة لعدم وجود اتصال. لم يضِع شيء، ويُرجى إرسالها من جديد.',
  'embed.notLoaded': 'تعذّر تحميل الاستبيان.',
  'embed.again': 'إعادة المحاولة',
  'embed.unfit': 'لهذا الاستبيان صفحة خاصة به:',
  'embed.trap': 'يُترك هذا الحقل فارغًا',
} as const;
