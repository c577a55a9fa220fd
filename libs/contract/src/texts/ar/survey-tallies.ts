/** Counting of responses. */
export const surveyTallies = {
  'cli.campaign.recount': 'إعادة عدّ إجابات دورة ومقارنتها بحصائلها',
  'cli.campaign.rebuild': 'إعادة إنشاء حصائل جميع الدورات أولًا',
  'cli.campaign.rebuilt':
    'أُعيد إنشاء الحصائل من {count, plural, zero {# استجابة} one {استجابة واحدة} two {استجابتين} few {# استجابات} many {# استجابة} other {# استجابة}}.',
  'cli.campaign.recounted':
    'أُعيد عدّ {count, plural, zero {# استجابة} one {استجابة واحدة} two {استجابتين} few {# استجابات} many {# استجابة} other {# استجابة}}: الحصائل مطابقة.',
  'cli.campaign.tallyDiffers': 'الموقع {place} ‏({key}): في الحصائل {kept} وعند العدّ {recounted}؛ الأرقام مختلفة.',
  'cli.campaign.contributionWrong': 'الاستجابة {id}: ما حُفظ بجانب الإجابات لا ينتج عنها.',
  'survey.anyService': 'جميع الخدمات معًا',
} as const;
