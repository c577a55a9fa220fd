/** دعوات الاستبيانات: رسائلها، وصفحة إيقافها، وأمرها. */
export const invitations = {
  'invitation.reminderSubject': 'تذكير: {title}',
  'invitation.asks': 'يطلب {asker} رأيكم.',
  'invitation.reminder': 'راسلناكم قبل أيام ولم تصلنا إجابتكم بعد. إن كنتم قد أجبتم الآن فشكرًا لكم.',
  'invitation.minutes':
    'تستغرق الإجابة نحو {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}. لا حاجة إلى تسجيل الدخول.',
  'invitation.answer': 'أجيبوا الآن',
  'invitation.personal': 'هذا الرابط خاص بكم ويقبل إجابة واحدة؛ نرجو عدم تمريره إلى غيركم. وهو صالح حتى {day}.',
  'invitation.anonymous':
    'يُعرف من أجاب كي لا يُذكَّر أحد بلا حاجة، أما الإجابة نفسها فلا يمكن ربطها بأحد. ولا تُعرض النتائج إلا لمجموعات لا يقل عدد أفرادها عن {least}.',
  'invitation.optOut': 'إيقاف دعوات الاستبيانات',
  'invitation.sms': '{asker}: {title}. للإجابة: {link} – للإيقاف: {optOut}',
  'invitation.optOutTitle': 'إيقاف الدعوات؟',
  'invitation.optOutLead':
    'لن تصلكم بعد ذلك دعوات إلى استبيانات على هذا العنوان من أي جهة تستخدم هذه المنصة. أما الروابط التي وصلتكم فتبقى صالحة.',
  'invitation.optOutSubmit': 'إيقاف إرسال الدعوات إليّ',
  'invitation.optedOutTitle': 'لن تصلكم دعوات بعد الآن',
  'invitation.optedOutLead': 'حُذف عنوانكم. ويُحتفظ برمز لا يمكن استرجاع العنوان منه، كي لا تصلكم دعوة مرة أخرى.',
  'cli.campaign.invite':
    'دعوة من يذكرهم ملف CSV أو ‎.xlsx ‏(agency، reference، centre، service، channel، email، phone، language)',
  'cli.campaign.inviteTo': 'رمز الحملة',
  'cli.campaign.links': 'كتابة روابط من لا عنوان لهم في ملف CSV هذا',
  'cli.campaign.invited':
    '{added, plural, one {دُعي شخص واحد} two {دُعي شخصان} few {دُعي # أشخاص} many {دُعي # شخصًا} other {دُعي # شخص}}؛ سبقت دعوة {known}، ولا يرغب {optedOut} في الدعوة.',
  'cli.campaign.linksWritten':
    '{count, plural, one {كُتب رابط واحد} two {كُتب رابطان} few {كُتبت # روابط} many {كُتب # رابطًا} other {كُتب # رابط}} في {file}.',
  'cli.campaign.linksLeft':
    '{count, plural, one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}} بلا عنوان؛ تُكتب روابطهم في ملف بالخيار ‎--links.',
} as const;
