import type { assessments as english } from '../en/assessments.js';

export const assessments: Record<keyof typeof english, string> = {
  'problem.assessment.unknown': 'لا يوجد تقييم بهذا العنوان، أو أن الاطلاع عليه ليس من صلاحياتك.',
  'problem.assessment.conflictOfInterest':
    'لدى {assessor} تضارب مصالح مع الجهة {agency} فلا يجوز له تقييمها. عيّن مقيّمًا آخر.',
  'problem.assessment.notAssessor': 'الحساب {name} ليس حساب مقيّم. أنشئ حسابًا بدور assessor.',
  'problem.assessment.assignedAlready': 'الحساب {name} معيَّن لهذا المركز في موضع آخر.',
  'problem.assessment.notAssigned': 'لست معيَّنًا لهذا المركز في هذا الموضع.',
  'problem.assessment.pastDue': 'انتهت المهلة في {due}، وللمكتب تمديدها.',
  'problem.assessment.bothSubmitted': 'قدّم المقيّمان تقييم هذا المعيار فثبت. يحسم المقيّم الثالث ما اختلفا فيه.',
  'problem.assessment.notBothSubmitted': 'لا يُحسم المعيار قبل أن يقدّم المقيّمان تقييمهما له.',
  'problem.assessment.nothingToSettle': 'اتفق المقيّمان على هذا المعيار، فلا خلاف يُحسم.',
  'problem.assessment.idTaken': 'استُخدم هذا المعرّف لتقييم بمحتوى آخر. أرسله بمعرّف جديد.',
  'problem.evidence.unknown': 'لا يوجد ملف بهذا العنوان.',
  'problem.evidence.notTaken': 'لا تُقبل ملفات أدلة لهذا المعيار.',
  'problem.evidence.tooMany': 'بلغت ملفات هذا المعيار حدّها الأقصى وهو {max}.',
  'problem.evidence.tooLarge': 'الملف أكبر من {limit}. أرسل ملفًا أصغر.',
  'problem.evidence.nameInvalid':
    'اسم الملف غير صالح. استخدم من حرف إلى 150 حرفًا أو رقمًا أو مسافة أو من الرموز ‎. _ - ( )‎ مع امتداد الملف.',
  'problem.evidence.kindRefused':
    'هذا النوع من الملفات غير مقبول. أرسل ملف PDF أو PNG أو JPEG أو WebP أو DOCX أو XLSX أو PPTX أو نصًا عاديًا بترميز UTF-8.',
  'problem.evidence.nameContradicts': 'الملف من نوع {kind} واسمه يدل على نوع آخر. صحّح امتداد الاسم.',
  'problem.evidence.active':
    'يحتوي الملف على محتوى نشط ({what}). احفظه دون وحدات ماكرو أو نصوص برمجية أو روابط لملفات أخرى أو مرفقات.',
  'problem.evidence.doubtful': 'يتعذّر فحص الملف بأمان ({what}). صدّره من جديد ثم أرسله.',
  'cli.assessment.description': 'تقييم المعايير والمقيّمون وأعمالهم',
  'cli.assessment.work': 'عرض أعمال حساب: ما ينقص منها وموعد استحقاقه',
  'cli.assessment.workLine':
    '{centre}: أُنجز {done} وبقي {missing} وينتظر الحسم {toSettle}؛ التقييم الذاتي حتى {selfDue} والتقييم حتى {gradingDue}',
  'cli.assessment.noWork': 'لا أعمال مطلوبة.',
  'cli.assessment.status': 'عرض مدى إنجاز تقييمات الدورة',
  'cli.assessment.statusLine':
    '{centres, plural, zero {# مركز} one {مركز واحد} two {مركزان} few {# مراكز} many {# مركزًا} other {# مركز}}: لها مقيّمون {assigned}، معايير مقيَّمة {graded}، محسومة {settled}، خلافات قائمة {open}، قيّمتها الجهات ذاتيًا {selfAssessed}',
  'cli.assessment.open': 'تحديد مهلة تقييم مركز، وفتح تقييمه إن لم يُفتح',
  'cli.assessment.opened': 'تقيّم الجهة المركز {centre} ذاتيًا حتى {selfDue}، ويقيّمه المقيّمون حتى {gradingDue}.',
  'cli.assessment.assign': 'تعيين مقيّم لمركز',
  'cli.assessment.assigned': 'عُيّن {assessor} ({slot}) للمركز {centre} في الدورة {cycle}.',
  'cli.assessment.conflict': 'إثبات تضارب مصالح بين حساب وجهة',
  'cli.assessment.conflictDone':
    'أُنهي {ended, plural, zero {# تعيين} one {تعيين واحد} two {تعيينان} few {# تعيينات} many {# تعيينًا} other {# تعيين}}، ولم يعد يُحتسب {setAside, plural, zero {# تقييم} one {تقييم واحد} two {تقييمان} few {# تقييمات} many {# تقييمًا} other {# تقييم}}.',
  'cli.assessment.selfAssess': 'تقييم معيار من الجهة نفسها',
  'cli.assessment.grade': 'تقييم معيار من المقيّم الأول أو الثاني',
  'cli.assessment.settle': 'حسم معيار اختلف فيه المقيّمان',
  'cli.assessment.stored': 'حُفظ بالمراجعة {revision} والمعرّف {id}.',
  'cli.option.as': 'الحساب الذي يجري العمل باسمه',
  'cli.option.slot': 'الموضع: first أو second أو settler',
  'cli.option.selfDue': 'آخر يوم للتقييم الذاتي، مثل 2026-11-30',
  'cli.option.gradingDue': 'آخر يوم لتقييم المقيّمين، مثل 2026-12-31',
  'cli.option.level': 'رمز مستوى النضج',
  'cli.option.notApplicable': 'المعيار لا ينطبق على هذا المركز',
  'cli.option.reason': 'السبب، في 4,000 حرف على الأكثر',
  'cli.option.id': 'المعرّف الذي يُحفظ به، كي لا يُحفظ المكرر مرتين',
  'cli.option.ofAgency': 'الجهة التي ينتمي إليها الحساب، برمزها',
  'cli.option.evidence': 'مجلد ملفات الأدلة المذكورة في الصفوف',
  'cli.argument.centre': 'رمز مركز الخدمة',
  'cli.argument.criterion': 'رمز المعيار',
  'cli.argument.agency': 'رمز الجهة',
  'cli.import.gradings': 'استيراد تقييمات: centre وcriterion وassessor وlevel وna وreason وevidence',
  'cli.import.gradingsDone':
    'قُرئ {rows, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}؛ أُضيف {added} وصُحّح {corrected} وبقي {unchanged} دون تغيير؛ {files, plural, zero {# ملف جديد} one {ملف جديد واحد} two {ملفان جديدان} few {# ملفات جديدة} many {# ملفًا جديدًا} other {# ملف جديد}}، {assigned, plural, zero {# تعيين جديد} one {تعيين جديد واحد} two {تعيينان جديدان} few {# تعيينات جديدة} many {# تعيينًا جديدًا} other {# تعيين جديد}}',
};
