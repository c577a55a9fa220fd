import type { problems as english } from '../en/problems.js';

export const problems: Record<keyof typeof english, string> = {
  'problem.request.invalid': 'في الطلب حقول لا يمكن قبولها. راجع الأخطاء المبيّنة؛ لم يتغيّر شيء.',
  'problem.request.notJson': 'محتوى الطلب ليس بصيغة JSON صحيحة. لم يتغيّر شيء.',
  'problem.request.tooLarge': 'محتوى الطلب أكبر من {limit}. أرسل محتوى أصغر.',
  'problem.request.mediaType': 'هذا النوع من المحتوى غير مقبول هنا. أرسل application/json.',
  'problem.request.unreadable': 'تعذّرت قراءة الطلب. تحقّق من العنوان والترويسات.',
  'problem.route.unknown': 'لا يوجد شيء في هذا العنوان.',
  'problem.access.signInNeeded': 'سجّل الدخول للاطلاع على هذه الصفحة.',
  'problem.access.notAllowed': 'لا يسمح دورك بهذا الإجراء.',
  'problem.access.wrongCredentials': 'الحساب أو كلمة المرور غير صحيحة.',
  'problem.access.slowDown':
    'محاولات كثيرة. أعد المحاولة بعد {seconds, plural, one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}.',
  'problem.access.crossSite': 'جاء هذا الطلب من موقع آخر فرُفض.',
  'problem.database.unavailable': 'يتعذّر الوصول إلى قاعدة البيانات الآن. أعد المحاولة بعد قليل؛ لم يُفقد شيء.',
  'problem.cycle.unknown': 'لا توجد دورة باسم {cycle}. يعرض الأمر `nujoom cycle list` الدورات الموجودة.',
  'problem.cycle.keyInvalid':
    '«{cycle}» ليست دورة تقييمية. المتوقع سنة (2024) أو سنة مالية (2024-25) أو ربع سنة (2024-Q1) أو شهر (2024-03).',
  'problem.cycle.notYet': 'لم تبدأ الدورة {cycle} بعد. تحقّق من السنة.',
  'problem.agency.unknown': 'لا توجد جهة بالرمز {agency}. تُراعى حالة الأحرف في الرموز.',
  'problem.agency.selfSuccession': 'لا يمكن أن تخلف الجهة نفسها ({agency}).',
  'problem.agency.successionLoop': 'تؤدي {successor} إلى {predecessor} من قبل، فتصبح الخلافة دائرية.',
  'problem.centre.unknown': 'لا يوجد مركز خدمة بالرمز {centre}. تُراعى حالة الأحرف في الرموز.',
  'problem.evidence.kindOfBody': 'أرسل الملف نفسه بالنوع application/octet-stream. لم يُحفظ شيء.',
  'problem.violation.unknown': 'لا توجد مخالفة كهذه في هذا المركز.',
  'problem.violation.conflict': 'سُجّلت من قبل مخالفة بهذا المعرّف وبمحتوى آخر. لم يتغيّر شيء.',
  'problem.method.unknown':
    'لا يوجد {code} {version}. يعرض الأمران ‎`nujoom instrument list` و‎`nujoom scheme list` ما هو موجود.',
  'problem.method.frozen': 'الإصدار {code} {version} منشور ولا يمكن تغييره. اجعل التغيير في إصدار جديد.',
  'problem.method.faulty':
    '{count, plural, one {في هذا المستند خطأ واحد} two {في هذا المستند خطآن} few {في هذا المستند # أخطاء} many {في هذا المستند # خطأً} other {في هذا المستند # خطأ}}. راجع الأخطاء المبيّنة؛ لم يتغيّر شيء.',
  'problem.method.fileKind': 'الملف {file} ليس مستند JSON ولا مصنف ‎.xlsx.',
  'problem.method.notNext': 'يذكر الإصدار {version} من {code} أنه يلي الإصدار {previous}، وهو غير منشور.',
  'problem.cycle.schemeMissing': 'لم تُفتح الدورة {cycle} بمنهجية تقييم. افتحها بمنهجية أولًا.',
  'problem.cycle.schemeFixed': 'الدورة {cycle} مفتوحة بالمنهجية {scheme}، والمنهجية تثبت بفتح الدورة.',
  'problem.stars.tooMany': 'أكثر من {max} مركز عدد لا يُحسب دفعة واحدة. اطلب جهة واحدة في كل مرة.',
  'problem.import.fileUnreadable': 'تعذّرت قراءة الملف {file}. تحقّق من المسار والصلاحيات.',
  'problem.import.fileKind': 'الملف {file} ليس ملف CSV بترميز UTF-8 ولا مصنف ‎.xlsx.',
  'problem.import.headerInvalid': 'أسماء الأعمدة في الملف {file} غير صالحة. راجع الأخطاء المبيّنة.',
  'problem.import.quoteNotClosed': 'علامة اقتباس تبدأ في السطر {line} من الملف {file} ولا تُغلق. لم يُستورد شيء.',
  'problem.import.fileTooLarge':
    'يحتوي الملف {file} على أكثر مما تمكن قراءته بأمان ({where}، والحد الأقصى {max}). قسّمه.',
  'problem.import.mappingInvalid': 'ملف الربط {file} غير صالح. راجع الأخطاء المبيّنة.',
  'problem.import.mappingMissing': 'لم يُحدَّد ملف ربط، والملف {file} غير موجود. حدّده بالخيار ‎--mapping.',
  'problem.import.columnsMissing': 'تنقص الملف أعمدة يذكرها ملف الربط: {columns}. الأعمدة الموجودة: {found}.',
  'problem.import.measuresDiffer':
    'استُورد المقياس {measure} من قبل بمعنى آخر ({field}). أعطه رمزًا جديدًا أو صحّح ملف الربط.',
  'problem.import.rowsFaulty':
    '{count, plural, one {تعذّرت قراءة قيمة واحدة} two {تعذّرت قراءة قيمتين} few {تعذّرت قراءة # قيم} many {تعذّرت قراءة # قيمة} other {تعذّرت قراءة # قيمة}}، فلم يُستورد شيء. صحّح الملف. ويمكن لاستيراد النتائج والأعداد أن يتجاوز هذه الصفوف بالخيار ‎--skip-faults.',
  'problem.import.empty': 'لا توجد في الملف {file} صفوف للاستيراد.',
  'problem.scorecard.unknown': 'لا توجد بطاقة أداء بهذا العنوان.',
  'problem.scorecard.notPrintedYet': 'تُطبع بطاقة الأداء الآن. أعد المحاولة بعد ثوانٍ.',
  'problem.scorecard.failed': 'تعذّرت طباعة بطاقة الأداء بعد عدة محاولات: {reason}',
  'problem.settings.invalid': 'قيمة الإعداد {name} هي «{value}»، والمتوقع {expected}.',
  'problem.start.nodeTooOld': 'إصدار Node ‏{found} قديم، ويحتاج نجوم إلى الإصدار {needed} أو أحدث.',
  'problem.start.portTaken': 'المنفذ {port} على {host} مشغول. أوقف ما يشغله أو اختر منفذًا آخر بالإعداد PORT.',
  'problem.start.alreadyRunning':
    'نجوم يعمل بالفعل على المجلد {home}. أوقفه أولًا أو اختر مجلدًا آخر بالإعداد NUJOOM_HOME.',
  'problem.start.folderNotWritable':
    'تتعذّر الكتابة في المجلد {home}. امنح الصلاحية أو اختر مجلدًا آخر بالإعداد NUJOOM_HOME.',
  'problem.start.databaseUnreachable':
    'يتعذّر الوصول إلى قاعدة البيانات المحددة في DATABASE_URL على {address}: {reason}',
  'problem.start.databaseNewer':
    'رُحّلت قاعدة البيانات بإصدار أحدث ({migration}). ثبّت ذلك الإصدار أو استخدم قاعدة بيانات أخرى.',
  'problem.start.databaseFailed': 'لم تبدأ قاعدة البيانات المضمّنة: {reason}. سجلّها في {log}.',
  'problem.command.failed': 'فشل الأمر: {reason}',
  'problem.internal': 'حدث خطأ من جانبنا، وسُجّل بالرقم {id}.',
};
