/** Surveys: their refusals. */
export const surveys = {
  'problem.campaign.unknown': 'لا توجد حملة بالرمز {code}.',
  'problem.campaign.invalid':
    'لم تُحفظ الحملة: في وثيقتها {count, plural, one {خطأ واحد} two {خطآن} few {# أخطاء} many {# خطأً} other {# خطأ}}.',
  'problem.campaign.frozen': 'الحملة {code} مفتوحة، ولا يمكن تغيير شيء فيها سوى موعد انتهائها.',
  'problem.campaign.moveRefused': 'حالة الحملة {code} هي {state}، ولا يمكن إجراء ذلك الآن.',
  'problem.campaign.notOpen': 'هذا الاستبيان غير مفتوح.',
  'problem.campaign.notYetOpen': 'لم يُفتح هذا الاستبيان بعد.',
  'problem.campaign.over': 'انتهى هذا الاستبيان. شكرًا لرغبتكم في المشاركة.',
  'problem.campaign.enough': 'وصل هنا ما يكفي من الإجابات، ولا نطلب المزيد منها. شكرًا لرغبتكم في المشاركة.',
  'problem.campaign.stillOpen':
    'تُعرض نتائج الموظفين بعد إغلاق الحملة {code} ونشرها، لأن الفرق بين يومين قبل ذلك قد يدل على شخص واحد.',
  'problem.response.conflict': 'سبق استلام استجابة بهذا المعرّف بمحتوى مختلف، وتبقى الأولى هي المعتمدة.',
  'problem.response.answersInvalid':
    '{count, plural, one {إجابة واحدة تحتاج} two {إجابتان تحتاجان} few {# إجابات تحتاج} many {# إجابةً تحتاج} other {# إجابة تحتاج}} إلى مراجعة. لم يُحفظ شيء.',
  'problem.response.wayUnknown': 'هذا الرابط غير صالح. يُرجى التأكد من نسخه كاملًا.',
  'problem.response.consentDiffers': 'تغيّر نص الموافقة منذ فتح هذا الاستبيان. يُرجى قراءته من جديد.',
  'problem.response.busy': 'تصل إجابات كثيرة الآن. لم يُحفظ شيء، ويُرجى الإرسال من جديد بعد لحظات.',
  'problem.response.unknown': 'لا توجد استجابة بهذا المعرّف.',
  'problem.invitation.unknown': 'هذا الرابط الشخصي غير صالح. يُرجى التأكد من نسخه كاملًا.',
  'problem.invitation.used': 'استُخدم هذا الرابط الشخصي من قبل. وصلت إجابتكم، شكرًا لكم.',
  'problem.invitation.expired': 'انتهت صلاحية هذا الرابط الشخصي.',
} as const;
