import type { home as english } from '../en/home.js';

export const home: Record<keyof typeof english, string> = {
  'home.title': 'بطاقات الأداء المنشورة',
  'home.lead': 'تُقارَن كل جهة بدورتها السابقة. ولكل نتيجة فترة ثقة أو بيان لسبب غيابها.',
  'home.cycles': 'الدورات التقييمية',
  'home.notPublished': 'غير منشورة، يراها المكتب وحده',
  'home.none': 'لم يُنشر شيء بعد',
  'home.noneLead': 'عندما ينشر مكتب التميز دورة تقييمية تظهر بطاقات أدائها هنا.',
  'home.noneOffice': 'استورد النتائج بالأمر `nujoom import results` ثم انشر دورتها بالأمر `nujoom cycle publish`.',
  'home.median':
    '{measure}: وسيط {count, plural, zero {# جهة} one {جهة واحدة} two {جهتين} few {# جهات} many {# جهة} other {# جهة}}',
  'home.was': 'تغيّر المتوسط {change} منذ {previous}',
  'home.stars': '{star, plural, one {نجمة واحدة} two {نجمتان} few {# نجوم} many {# نجمة} other {# نجمة}} من {highest}',
  'home.notRated': 'غير مصنف',
  'home.starsOf':
    'نجوم {centres, plural, one {مركز خدمة واحد} two {مركزي خدمة} few {# مراكز خدمة} many {# مركز خدمة} other {# مركز خدمة}} في {agencies, plural, one {جهة واحدة} two {جهتين} few {# جهات} many {# جهة} other {# جهة}}',
  'home.moved': 'ارتفع {up}، وانخفض {down}، وثبت {same}، ودخل لأول مرة {first}.',
  'home.sameYardstick': 'وبالمقياس نفسه تغيّر المتوسط {points} نقطة.',
  'home.seriesBreak': 'كسر في السلسلة: لا يُذكر تغيّر',
  'home.programme': 'تقرير البرنامج',
  'home.agencies': 'الجهات',
  'home.find': 'ابحث عن جهة',
  'home.findButton': 'بحث',
  'home.found':
    '{count, plural, zero {لا توجد جهات} one {جهة واحدة} two {جهتان} few {# جهات} many {# جهة} other {# جهة}}',
  'home.notFound': 'لا توجد جهة يتضمن اسمها أو رمزها «{query}».',
  'home.showAll': 'عرض كل الجهات',
  'home.agency': 'الجهة',
  'home.headline': 'النتيجة الرئيسية',
  'home.change': 'التغيّر عن {previous}',
  'home.position': 'الموقع',
  'home.scorecard': 'بطاقة الأداء (PDF)',
  'home.pdf': '{language}، {agency}',
  'home.pdfArabic': 'العربية',
  'home.pdfEnglish': 'الإنجليزية',
};
