/** Surveys that a shopper takes with somebody on a tablet. */
export const interviews = {
  'interview.title': 'الاستبيانات',
  'interview.none': 'لا يوجد استبيان مفتوح للمقابلات. ما يُفتح منها يظهر هنا بعد «أرسل واجلب الآن».',
  'interview.neverFetched': 'لم تُجلب أي استبيانات بعد. اتصل بالشبكة ثم اضغط «أرسل واجلب الآن».',
  'interview.waitingCount':
    '{count, plural, zero {لا مقابلات تنتظر الإرسال} one {مقابلة واحدة تنتظر الإرسال} two {مقابلتان تنتظران الإرسال} few {# مقابلات تنتظر الإرسال} many {# مقابلة تنتظر الإرسال} other {# مقابلة تنتظر الإرسال}}',
  'interview.sentToday':
    '{count, plural, zero {لم تُرسل أي مقابلة اليوم} one {أُرسلت مقابلة واحدة اليوم} two {أُرسلت مقابلتان اليوم} few {أُرسلت # مقابلات اليوم} many {أُرسلت # مقابلة اليوم} other {أُرسلت # مقابلة اليوم}}',
  'interview.askedBy': 'صاحب الاستبيان: {asker}',
  'interview.until': 'حتى {date}',
  'interview.opens': 'يُفتح في {date}',
  'interview.places': '{count, plural, one {موقع واحد} two {موقعان} few {# مواقع} many {# موقعًا} other {# موقع}}',
  'interview.start': 'إجراء مقابلة',
  'interview.begun': 'مقابلة بدأت ولم تنته',
  'interview.begunAt': 'حُفظت منذ {age}',
  'interview.drop': 'حذف المقابلة',
  'interview.drop.title': 'حذف هذه المقابلة؟',
  'interview.drop.lead': 'تُحذف الإجابات من هذا الجهاز ولا تُرسل، ولا يمكن استعادتها.',
  'tablet.said.interviewDropped': 'حُذفت المقابلة.',
  'interview.waiting': 'اكتملت منذ {age} وتنتظر الإرسال',
  'interview.refused.next': 'لم يُفقد شيء. أبلغ المكتب بهذا النص، ثم أعد المحاولة.',
  'interview.place': 'أين أنت الآن؟',
  'interview.place.search': 'اسم مركز خدمة أو جهة أو خدمة',
  'interview.place.found':
    '{count, plural, zero {لم يُعثر على موقع} one {عُثر على موقع واحد} two {عُثر على موقعين} few {عُثر على # مواقع} many {عُثر على # موقعًا} other {عُثر على # موقع}}',
  'interview.place.none': 'لا يوجد موقع يضم هذه الكلمات كلها. جرّب كلمات أقل أو غيرها.',
  'interview.place.more':
    '{count, plural, one {موقع واحد آخر لا يظهر: اكتب المزيد من اسمه.} two {موقعان آخران لا يظهران: اكتب المزيد من الاسم.} few {# مواقع أخرى لا تظهر: اكتب المزيد من الاسم.} many {# موقعًا آخر لا تظهر: اكتب المزيد من الاسم.} other {# موقع آخر لا تظهر: اكتب المزيد من الاسم.}}',
  'interview.place.capped':
    'عدد مواقع هذا الاستبيان {all}، وعلى الجهاز أول {held} منها. إذا لم تجد موقعك بينها فاطلب من المكتب رابطه أو رمز QR الخاص به.',
  'interview.place.missing':
    'مواقع هذا الاستبيان ليست على هذا الجهاز بعد. اتصل بالشبكة واضغط «أرسل واجلب الآن» في صفحة البداية.',
  'interview.language': 'ما لغة الشخص الذي تقابله؟',
  'interview.language.lead': 'كل ما يلي بهذه اللغة: اقرأه له، أو سلّمه الجهاز.',
  'interview.recorded': 'يُسجَّل مع إجاباتكم مَن أجرى المقابلة، ولا تُسجَّل هويتكم.',
  'interview.declined': 'لا، شكرًا',
  'interview.remark.required': 'ملاحظة (مطلوبة لهذه الإجابة)',
  'interview.remark.optional': 'ملاحظة (اختيارية)',
  'interview.last': 'كان هذا هو السؤال الأخير',
  'interview.last.lead': 'شكرًا لكم. تُرسل إجاباتكم إلى المكتب عند الضغط على الزر، ولا يمكن تغييرها بعد ذلك.',
  'interview.missing':
    '{count, plural, one {إجابة واحدة يلزم النظر فيها:} two {إجابتان يلزم النظر فيهما:} few {# إجابات يلزم النظر فيها:} many {# إجابة يلزم النظر فيها:} other {# إجابة يلزم النظر فيها:}}',
  'interview.finish': 'إنهاء المقابلة',
  'interview.thanks': 'إجاباتكم محفوظة على هذا الجهاز وتُرسل إلى المكتب.',
  'interview.next': 'المقابلة التالية هنا',
  'interview.leave': 'العودة إلى صفحة البداية',
  'interview.cannotOpen': 'لا يمكن فتح هذه المقابلة الآن',
  'interview.cannotOpen.lead':
    'استبيانها ليس على هذا الجهاز. يبقى ما أُجيب عنه هنا. اتصل بالشبكة واضغط «أرسل واجلب الآن»، أو اسأل المكتب.',
  'tablet.offline.some': 'لا يوجد اتصال – محفوظ على هذا الجهاز – ما ينتظر الإرسال: {count} (الأقدم منذ {age})',
  'tablet.warning.interviewsWaited': 'تنتظر مقابلات منذ أكثر من 24 ساعة. ابحث عن شبكة وأرسلها.',
} as const;
