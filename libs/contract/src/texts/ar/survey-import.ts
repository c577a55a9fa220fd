/** استجابات جُمعت في غير المنصة، والاستبيان المعروض للتجربة. */
export const surveyImport = {
  'problem.campaign.importTooFew':
    'ستدخل {added, plural, one {استجابة واحدة} two {استجابتان} few {# استجابات} many {# استجابة} other {# استجابة}} من الموظفين وحدها، والحد الأدنى {least} معًا حتى لا يُعرف أحد. لم يُستورد شيء.',
  'cli.campaign.import': 'استيراد استجابات جُمعت في غير المنصة من ملف CSV أو ‎.xlsx: صف لكل استجابة وعمود لكل بند',
  'cli.campaign.importMapping': 'ملف JSON يبيّن معنى أعمدة الملف وإجاباته',
  'cli.campaign.imported':
    '{campaign}: {rows, plural, one {قُرئ صف واحد} two {قُرئ صفان} few {قُرئت # صفوف} many {قُرئ # صفًا} other {قُرئ # صف}}، أُضيف منها {added}، والموجود من قبل {unchanged}.',
  'home.tryTitle': 'جرّب بنفسك',
  'home.tryLead': 'استبيان حكومة الواحة الافتراضية مفتوح الآن. وتُحفظ إجابتك في هذه المنصة وحدها.',
  'home.tryLink': 'أجب عن الاستبيان',
  'home.tryKiosk': 'جرّب جهاز التقييم في مركز خدمة',
  'home.tryEmbed': 'ما يكتبه موقع إلكتروني آخر ليعرض الاستبيان نفسه:',
} as const;
