/** What is told before the platform is built; the same keys in both languages (a test compares). */
export const texts = {
  en: {
    installing: 'Installing the packages',
    building: 'Building',
    waiting: 'Another command is installing or building; waiting for it',
    installFailed: 'The packages could not be installed. The last words of npm:',
    buildFailed: 'The build failed:',
    noRuntime: 'npm did not bring the Node that Nujoom runs on. Allow its install scripts and run `npm ci`.',
    unknownTask: 'There is no task “{task}”; expected start, test or bench.',
  },
  ar: {
    installing: 'تثبيت الحزم',
    building: 'بناء المنصة',
    waiting: 'أمر آخر يثبّت الحزم أو يبني المنصة؛ جارٍ انتظاره',
    installFailed: 'تعذّر تثبيت الحزم. آخر ما ذكرته npm:',
    buildFailed: 'فشل البناء:',
    noRuntime: 'لم تُحضر npm إصدار Node الذي يعمل عليه نجوم. اسمح بتشغيل نصوص التثبيت ثم نفّذ `npm ci`.',
    unknownTask: 'لا توجد مهمة باسم «{task}»؛ المتوقع start أو test أو bench.',
  },
};

/** Says one text in the language of NUJOOM_LANGUAGE. The platform's own texts are not there before it is built. */
export function say(key, values = {}) {
  const language = process.env.NUJOOM_LANGUAGE?.trim() === 'ar' ? 'ar' : 'en';
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
