import type { reportStars as english } from '../en/report-stars.js';

export const reportStars: Record<keyof typeof english, string> = {
  'stars.title': 'النجوم',
  'stars.of':
    '{count, plural, zero {لا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}} من {highest}',
  'stars.count':
    '{count, plural, zero {لا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}}',
  'stars.notRated': 'غير مصنف',
  'stars.score': 'الدرجة',
  'stars.meanOf':
    'متوسط {count, plural, zero {# مركز} one {مركز واحد} two {مركزين} few {# مراكز} many {# مركزًا} other {# مركز}}، ولكل مركز الوزن نفسه',
  'stars.held':
    '{raw, plural, zero {لا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}} حسب الدرجة، وقُصرت على {star} بسبب: {gates}',
  'stars.heldUnrated':
    '{raw, plural, zero {لا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}} حسب الدرجة، ولم يُمنح تصنيف بسبب: {gates}',
  'stars.gateBelow': '{gate} ({found}، والمطلوب {limit})',
  'stars.gateAbove': '{gate} ({found} نقطة، والحد الأعلى {limit})',
  'stars.provisional': 'نتيجة أولية',
  'stars.final': 'نتيجة نهائية: لا شيء ناقص، وكل حد أدنى مستوفى.',
  'stars.mayChange':
    '{count, plural, zero {لا نتائج قابلة للتغيّر.} one {نتيجة مركز واحد قابلة للتغيّر.} two {نتيجتا مركزين قابلتان للتغيّر.} few {نتائج # مراكز قابلة للتغيّر.} many {نتائج # مركزًا قابلة للتغيّر.} other {نتائج # مركز قابلة للتغيّر.}}',
  'stars.why.criterionMissing':
    '{count, plural, zero {لا معايير لم تُقيّم: {names}} one {معيار واحد لم يُقيّم: {names}} two {معياران لم يُقيّما: {names}} few {# معايير لم تُقيّم: {names}} many {# معيارًا لم يُقيّم: {names}} other {# معيار لم يُقيّم: {names}}}',
  'stars.why.componentMissing': 'لم يُقَس: {names}',
  'stars.why.belowMinimum': '{names}: {n} من {minimum} استجابة أو زيارة مطلوبة',
  'stars.why.gate': 'بوابة: {names}',
  'stars.more': '{names} و{count} غيرها',
  'stars.result': 'حالة النتيجة',
  'stars.nearEdge': 'قريب من الحد',
  'stars.nearEdgeCentres':
    '{count, plural, zero {لا مراكز قريبة} one {مركز واحد قريب} two {مركزان قريبان} few {# مراكز قريبة} many {# مركزًا قريبًا} other {# مركز قريب}} من الحد: يقع حد إحدى النجوم ضمن فترة الثقة 95٪ للدرجة.',
  'stars.nearEdgeNone': 'لا يوجد مركز قريب من الحد.',
  'stars.edge': 'حدود النجوم',
  'stars.before': 'في {previous}',
  'stars.beforeScore': 'الدرجة {score} بنظام تلك الدورة',
  'stars.change': 'التغيّر عن دورة {previous} بالمقارنة المتماثلة',
  'stars.published': 'الفرق المنشور {published}، وما يتضمنه غير ذلك مبيّن تحت «{title}».',
  'stars.from': 'كانت هذه المراكز في الدورة السابقة تابعة لجهة {names}، وسجلّها متصل.',
  'stars.heldCentres': 'مراكز نجومها دون ما تعطيه درجتها',
  'stars.heldMore':
    '{count, plural, zero {لا غيرها} one {ومركز آخر} two {ومركزان آخران} few {و# مراكز أخرى} many {و# مركزًا آخر} other {و# مركز آخر}} في جدول المراكز.',
  'stars.scheme': 'نظام التصنيف: {title}، الإصدار {version}',
  'stars.official': 'رسمي',
  'stars.illustrative': 'توضيحي غير رسمي',
  'stars.whatChanged': 'ما الذي تغيّر في المنهجية، وأثره في الدرجة',
  'stars.sameScheme': 'صُنفت الدورتان بالإصدار نفسه من نظام التصنيف.',
  'stars.criteria':
    'من الإصدار {before} إلى الإصدار {now} من نظام التصنيف: {same} من المعايير دون تغيير، و{reworded} بصياغة جديدة، و{rescaled} بمقياس جديد، و{new} جديدة، و{dropped} محذوفة.',
  'stars.otherScheme': 'لا يبيّن نظام التصنيف صلته بما قبله، فلا وجه للمقارنة.',
  'stars.contribution': 'مكوّن التغيّر',
  'stars.points': 'النقاط',
  'stars.part.sameYardstick': 'أداء المراكز نفسها بالمقياس نفسه',
  'stars.part.changedCriteria': 'تغيّر المعايير',
  'stars.part.changedWeights': 'تغيّر الأوزان',
  'stars.part.changedFormula': 'تغيّر الصيغة ودرجات المستويات',
  'stars.part.joinedLeft': 'مراكز انضمت أو خرجت أو لا تُقارَن',
  'stars.part.published': 'الفرق المنشور، من {before} إلى {now}',
  'stars.roundedSum':
    'مجموع المكوّنات المطبوعة {sum}، والفرق المنشور {published}: يُحسب كل منها دون تقريب ثم يُقرّب مرة واحدة.',
  'stars.compared': 'المراكز المقارَنة: {compared} من {now}. انضمت: {joined}. خرجت: {left}.',
  'stars.refused.seriesBreak':
    '{count, plural, zero {لا مراكز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}} دون مقارنة: كسر في السلسلة، فما قيس بالطريقة نفسها في الدورتين قليل.',
  'stars.refused.nothingMeasured':
    '{count, plural, zero {لا مراكز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}} دون مقارنة: لا قياس في إحدى الدورتين.',
  'stars.refused.channelChanged':
    '{count, plural, zero {لا مراكز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}} دون مقارنة: تغيّر نوع القناة.',
  'stars.refused.levelGone':
    '{count, plural, zero {لا مراكز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}} دون مقارنة: قُيّم بمستوى لم يعد قائمًا.',
  'stars.refused.merged':
    '{count, plural, zero {لا مراكز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}} دون مقارنة: نشأ من عدة مراكز.',
  'stars.break':
    'كسر في السلسلة: ما قيس بالطريقة نفسها في الدورتين قليل. والفرق بين الدرجتين المنشورتين، وهو {published}، ليس تغيّرًا، ولا يُعرض أي تغيّر.',
  'stars.breakShort': 'كسر في السلسلة',
  'stars.breakMark': 'كسر في السلسلة: دون مقارنة',
  'stars.notCompared': 'دون مقارنة',
  'stars.common': '{share}٪ من الوزن قيست بالطريقة نفسها في الدورتين.',
  'stars.firstTime': 'تصنيف لأول مرة، ولا تغيّر.',
  'stars.detail': 'تفاصيل النجوم',
  'stars.made': 'مكوّنات الدرجة',
  'stars.part': 'المكوّن',
  'stars.weight': 'الوزن في {cycle}',
  'stars.notComparable': 'لا يُقارَن',
  'stars.notBefore': 'لم يكن قائمًا',
  'stars.madeNote':
    'الدرجات متوسطات المراكز، والأوزان أجزاء من الكل. ويُحسب تغيّر المحور على المعايير التي قيّمتها الدورتان بالطريقة نفسها وبالأوزان الجديدة، فقد يختلف عن فرق الدرجتين؛ ولا يُعرض إذا قلّ المشترك عن 70٪ من الوزن. وللتقييم في مجمله انظر «{title}».',
  'stars.channels': 'حسب القناة',
  'stars.channel': 'القناة',
  'stars.centres': 'المراكز',
  'stars.centresTitle': 'مراكز الخدمة',
  'stars.centre': 'المركز',
  'stars.interval': 'فترة الثقة 95٪',
  'stars.star': 'النجوم',
  'stars.rawStar': 'حسب الدرجة',
  'stars.changeShort': 'التغيّر المتماثل',
  'stars.marks': 'ملاحظات',
  'stars.centresNote':
    'يظهر عدد «حسب الدرجة» حيث تحدّ بوابة النجوم دونه. وقريب من الحد: تقع الدرجة التي تبدأ عندها نجمة ضمن فترة الثقة 95٪. وتعني العلامة — غير مصنف أو لا وجه للمقارنة.',
  'stars.method': 'كيف تُحسب النجوم',
  'stars.methodBands': 'درجة المركز هي المتوسط المرجّح لمكوّناتها. والنجوم حسب الدرجة: {bands}، وما دون ذلك غير مصنف.',
  'stars.band':
    '{count, plural, zero {لا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}} من {from}',
  'stars.methodSteps': 'تُحسب النجوم بالخطوات: يعطي أحد المكوّنات النجوم الأولى، وترفعها مكوّنات أخرى أو تخفضها.',
  'stars.methodGates': 'قد تحدّ بوابةٌ النجوم دون ما تعطيه الدرجة ولا ترفعها أبدًا، وتبقى الدرجة كما هي.',
  'stars.methodAgency':
    'درجة الجهة هي متوسط درجات مراكزها، ولكل مركز الوزن نفسه. وتكون نتيجة المركز أولية إذا قلّت الاستجابات أو الزيارات عن الحد الأدنى أو نقص شيء.',
  'stars.methodChange':
    'تُقيّم المقارنة المتماثلة الدورتين بالنظام الجديد على ما قيس فيهما معًا، مركزًا مركزًا. ولا يوصف التغيّر بالتحسّن أو التراجع إلا إذا تجاوز ما تُحدثه المصادفة من فروق بين المراكز، على ألا يزيد الحكم الخاطئ على واحد من كل عشرين حكمًا في الجهات كلها (بنجاميني–هوخبرغ).',
  'stars.methodHash': '{code}، الإصدار {version} ({hash})',
  'stars.pairedInterval': 'فترة الثقة 95٪ من {low} إلى {high}، مقارنة المراكز نفسها في الدورتين بين الجهات',
  'stars.programme':
    '{count, plural, zero {لا مراكز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}} في {agencies, plural, zero {# جهة} one {جهة واحدة} two {جهتين} few {# جهات} many {# جهة} other {# جهة}}',
  'stars.meanStar': 'متوسط نجوم المركز',
  'stars.meanStarWas': 'كان {mean} في {previous}',
  'stars.meanStarNote': 'للمراكز المصنفة',
  'stars.meanChange': 'تغيّر متوسط الدرجة بالمقارنة المتماثلة',
  'stars.meanScore': 'الدرجة: وسيط الجهات',
  'stars.moved': 'حركة المراكز',
  'stars.up': 'صعدت',
  'stars.down': 'هبطت',
  'stars.same': 'ثبتت',
  'stars.firstTimeShort': 'لأول مرة',
  'stars.leftShort': 'خرجت',
  'stars.movedNote': 'النجوم كما نُشرت في الدورتين، كل منها بنظامها: الحركة ليست مقارنة متماثلة.',
  'stars.distribution': 'المراكز حسب النجوم',
  'stars.distributionText': 'عدد المراكز حسب النجوم: {spoken}.',
  'stars.bin':
    '{star}: {count, plural, zero {لا مراكز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}}',
  'stars.matrix': 'من نجوم {previous} إلى نجوم {cycle}',
  'stars.matrixFrom': '{previous} (الصفوف) إلى {cycle} (الأعمدة)',
  'stars.matrixNote': 'الصفوف نجوم {previous}، والأعمدة نجوم {cycle}. ولا حركة على القطر المظلل.',
  'stars.agencies': 'الجهات حسب نجومها',
  'stars.heldMark':
    '{raw, plural, zero {لا نجوم} one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}} حسب الدرجة: {gates}',
  'stars.heldCount':
    '{count, plural, zero {لا مراكز دون درجتها} one {مركز واحد دون درجته} two {مركزان دون درجتهما} few {# مراكز دون درجتها} many {# مركزًا دون درجته} other {# مركز دون درجته}}',
};
