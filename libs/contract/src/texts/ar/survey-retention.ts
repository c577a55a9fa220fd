/** الاستبيانات: ما يُمحى ومتى، ومن استورد. */
export const surveyRetention = {
  'cli.campaign.importedBy': '{file}: أُضيف {added} من أصل {rows}، استورده {by} في {at}',
  'cli.campaign.contactsDue': 'تُمحى عناوين الدعوات ومراجعها في {day}.',
  'cli.campaign.wordsDue': 'يُمحى ما كتبه المشاركون في {day}.',
  'cli.campaign.wordsErased':
    'مُحي ما كتبه المشاركون في {day}: {count, plural, one {استجابة واحدة} two {استجابتان} few {# استجابات} many {# استجابةً} other {# استجابة}}.',
  'cli.campaign.erasedOnRequest':
    'مُحي بطلب من أصحابه: {count, plural, one {استجابة واحدة} two {استجابتان} few {# استجابات} many {# استجابةً} other {# استجابة}}.',
  'cli.campaign.erase': 'محو ما كتبه صاحب استجابة واحدة بطلب منه، وتبقى محتسبة',
  'cli.campaign.eraseResponse': 'معرّف الاستجابة',
  'cli.campaign.eraseReason': 'السبب دون أسماء، ويبقى في السجل',
  'cli.campaign.erased': 'مُحي ما كُتب في الاستجابة {id}.',
  'cli.campaign.nothingToErase': 'ليس في الاستجابة {id} ما يدل على صاحبها.',
  'statement.longWords':
    '{count, plural, one {يُمحى ما تكتبونه بعباراتكم بعد يوم واحد من انتهاء الاستبيان.} two {يُمحى ما تكتبونه بعباراتكم بعد يومين من انتهاء الاستبيان.} few {يُمحى ما تكتبونه بعباراتكم بعد # أيام من انتهاء الاستبيان.} many {يُمحى ما تكتبونه بعباراتكم بعد # يومًا من انتهاء الاستبيان.} other {يُمحى ما تكتبونه بعباراتكم بعد # يوم من انتهاء الاستبيان.}} وتُستبدل النسخ الاحتياطية بعد ذلك.',
} as const;
