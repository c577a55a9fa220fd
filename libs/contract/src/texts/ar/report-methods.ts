import type { reportMethods as english } from '../en/report-methods.js';

export const reportMethods: Record<keyof typeof english, string> = {
  'method.title': 'المنهجية',
  'method.definitions': 'معنى النتائج',
  'method.rounding': 'التقريب',
  'method.roundingText':
    'تُحسب كل نتيجة دون تقريب وتُقرَّب مرة واحدة عند الطباعة، ويُقرَّب النصف بعيدًا عن الصفر. ويُحسب التغيّر قبل التقريب، فقد يختلف التغيّر المطبوع بمقدار 0.1 عن فرق الدرجتين المطبوعتين.',
  'method.change': 'كيف يُحكم على التغيّر',
  'method.changeText':
    'التغيّر هو هذه الدورة مطروحًا منها الدورة السابقة، بالنقاط، للخدمات والقنوات المقيسة في الدورتين معًا. ولا يوصف التغيّر بالتحسّن أو التراجع إلا إذا تجاوز أثر المصادفة، على ألا يزيد الحكم الخاطئ على واحد من كل عشرين حكمًا في جهات التقرير كلها (بنجاميني–هوخبرغ). ولا حكم دون الإجابات نفسها. وتخصّ فترة الثقة نتيجة واحدة، ويراعي الحكم جميع الجهات، فقد لا تشمل الفترة الصفر ويكون الحكم «لا تغيّر ملحوظ إحصائيًا».',
  'method.employees': 'نتائج الموظفين',
  'method.employeesText':
    'تُحسب مرة واحدة بعد إغلاق الاستبيان ولا تُغيَّر بعد ذلك. ولا تُعرض نتيجة مجموعة تقل عن {least}، ولا ما يمكن أن تُستنتج منه.',
  'method.responses': 'استجابات الاستبيان',
  'method.responsesText': '{study}: المحتسبة {counted}، والمعلّقة للاشتباه {held}، والمستبعدة بقرار {excluded}.',
  'method.weighted': 'رُجّحت إلى مجاميع معلومة، وأثر التصميم {effect}، فتعادل {effective} استجابة متساوية الوزن.',
  'method.unweighted': 'لم تُرجَّح: المجاميع المعلومة لا توافق من أجابوا.',
  'method.changedTitle': 'ما الذي تغيّر بين الدورتين',
  'method.sameMeasures': 'المقاييس وتعريفاتها واحدة في الدورتين.',
  'method.newMeasures': 'جديد في هذه الدورة: {names}.',
  'method.droppedMeasures': 'لم يعد يُقاس: {names}.',
  'method.commonShare':
    '{study}: ‏{share}٪ من الاستجابات لخدمات وقنوات موجودة في الدورتين ومحتسبة الدرجات بالطريقة نفسها.',
  'method.asShown': '{study}: الفرق المباشر بين الدرجتين {shown} نقطة، وبالمقارنة المتماثلة {points} نقطة.',
  'method.covers': '{study}: الأدلة من {from} إلى {to}، ولا تغطي الدورة كلها.',
  'method.break':
    'كسر في السلسلة في النسب المنشورة لخدمة «{service}» ابتداءً من {from}: تحوّلت من «{before}» إلى «{after}». ولا يُقبل الفرق المنشور البالغ {printed} نقطة تغيّرًا.',
  'method.breakLikeForLike': 'بالمقارنة المتماثلة وفق «{definition}»: ‏{points} نقطة',
  'method.slips': 'نسب منشورة لخدمة «{service}» لا تعطيها أي صيغة معروفة: {periods}.',
  'method.publishedGood': 'أُعيد حساب {reproduced} من {points} من النسب المنشورة لخدمة «{service}» من أعدادها.',
  'method.sources': 'المصادر',
  'method.source': '{file} (SHA-256 {hash})',
  'method.median': 'الوسيط والأرباع',
  'method.medianText':
    'الوسيط هو الجهة الوسطى: نصف الجهات أعلى منها ونصفها أدنى، ولكل جهة الوزن نفسه. وتقسم الأرباع الجهات حسب الدرجة إلى أربعة أقسام، وقد لا يختلف المتجاوران على جانبي الحد اختلافًا يُذكر.',

  'definition.indexOfItems': 'المؤشر المركب: متوسط بنوده، وتُحسب كل إجابة 0 أو 25 أو 50 أو 75 أو 100',
  'definition.percentPositive': 'نسبة الإيجابية: نسبة الإجابات «موافق» و«موافق بشدة» في بنود المحور',
  'definition.meanOfScale': 'متوسط المقياس: تُحسب كل إجابة بالتساوي من 0 (الأسوأ) إلى 100 (الأفضل)',
  'definition.topTwoBox': 'أفضل إجابتين: نسبة من اختاروا أفضل إجابتين',
  'definition.meanOfAnswers': 'متوسط الإجابات كما يقيّمها الاستبيان من 0 (الأسوأ) إلى 100 (الأفضل)',
  'definition.responseRate': 'نسبة الاستجابة: نسبة من أجابوا من المدعوين',
  'definition.short.indexOfItems': 'مؤشر مركب',
  'definition.short.percentPositive': 'نسبة الإيجابية',
  'definition.short.meanOfScale': 'متوسط المقياس',
  'definition.short.topTwoBox': 'نسبة أفضل إجابتين',
  'definition.short.responseRate': 'نسبة الاستجابة',
};
