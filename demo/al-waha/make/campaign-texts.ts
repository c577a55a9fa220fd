const asker = { ar: 'مكتب التميز في حكومة الواحة (افتراضية)', en: 'The Excellence Office of Al Waha (fictional)' };

/** What the surveys of Al Waha say of themselves. */
export const campaignTexts = {
  customers: {
    title: { ar: 'كيف كانت خدمتك؟', en: 'How was your service?' },
    asker,
    purpose: {
      ar: 'لتحسين خدمات مراكز الواحة. تُعرض النتائج لكل مركز دون ذكر من أجاب.',
      en: 'To improve the services of Al Waha. Results are shown for each centre, without who answered.',
    },
    consent: {
      version: 1,
      text: {
        ar: 'لا نسأل عن اسمك ولا نحفظ عنوان جهازك. تُحفظ إجاباتك للتقييم وحده.',
        en: 'We do not ask your name and do not keep your address. Your answers are kept for the evaluation only.',
      },
    },
  },
  employees: {
    title: { ar: 'كيف هو عملك؟', en: 'How is your work?' },
    asker,
    purpose: {
      ar: 'لتحسين بيئة العمل في جهات الواحة. لا تُعرض نتيجة أقل من عشرة أشخاص.',
      en: 'To improve work in the agencies of Al Waha. No result of fewer than ten people is shown.',
    },
    consent: {
      version: 1,
      text: {
        ar: 'إجاباتك مجهولة المصدر: لا يمكن ربطها بك.',
        en: 'Your answers are anonymous: they cannot be tied to you.',
      },
    },
  },
} as const;
