import type { faults as english } from '../en/faults.js';

export const faults: Record<keyof typeof english, string> = {
  'fault.missing': 'لا توجد قيمة هنا، والقيمة مطلوبة',
  'fault.unknown': 'هذه القيمة غير معروفة',
  'fault.notANumber': 'هذه القيمة ليست رقمًا، والمتوقع أرقام مثل 64.5 أو ٦٤٫٥',
  'fault.outOfRange': 'هذه القيمة خارج النطاق، والمتوقع من {min} إلى {max}',
  'fault.notAWholeNumber': 'هذه القيمة ليست عددًا صحيحًا يساوي صفرًا أو أكثر',
  'fault.notText': 'هذه القيمة ليست نصًا',
  'fault.tooLong': 'هذه القيمة أطول من المسموح، والحد الأقصى {max} حرفًا',
  'fault.notOneOf': 'هذه القيمة ليست من القيم المقبولة: {options}',
  'fault.notAPeriod':
    'هذه القيمة ليست فترة زمنية، والمتوقع سنة (2024) أو ربع سنة (2024-Q1) أو شهر (2024-03) أو يوم (2024-03-31)',
  'fault.periodTooLong': 'هذه الفترة أطول من الدورة {cycle}، فاختر دورة أوسع',
  'fault.twice': 'وردت هذه القيمة من قبل في السطر {line}',
  'fault.contradicts': 'هذه القيمة تخالف المخزّن: {stored}',
  'fault.columnsDiffer': 'في هذا الصف {found} عمودًا وفي صف العناوين {expected}',
  'fault.notReadable': 'تعذّرت قراءة هذه القيمة',
  'fault.notAllowedCharacters': 'تحتوي هذه القيمة على رموز غير مسموح بها هنا، والمتوقع {expected}',
  'fault.invalid': 'هذه القيمة غير صالحة، والمتوقع {expected}',
};
