/** Reasons to look at a visit, as its reviewer reads them: what was seen, never what it means. */
export const findings = {
  'finding.checkFailed': 'تعذّر فحص التقرير آليًا. يُرجى مراجعته بعناية أكبر.',
  'finding.outsideHours': 'سُجّل وقت يوم {day} عند {time}، وساعات عمل المركز في ذلك اليوم: {hours}.',
  'finding.outsideFence':
    'كان الجهاز عند {time} على بُعد {metres} م من المركز (بدقة {accuracy} م)، ونطاق المركز {fence} م.',
  'finding.mockLocation': 'أفاد الجهاز بأن برنامجًا آخر اصطنع موقعه عند {time}.',
  'finding.tooShort':
    'استغرقت الزيارة {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، وأقل ما تتوقعه الخطة {least}.',
  'finding.impossibleTravel':
    'للمتسوق نفسه زيارة أخرى على بُعد {kilometres} كم، والفاصل بينهما {minutes, plural, one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  'finding.photoSeen':
    '{count, plural, one {صورة واحدة أُرسلت} two {صورتان أُرسلتا} few {# صور أُرسلت} many {# صورة أُرسلت} other {# صورة أُرسلت}} مع زيارة أخرى أيضًا.',
  'finding.photoAlike':
    '{count, plural, one {صورة واحدة تشبه} two {صورتان تشبهان} few {# صور تشبه} many {# صورة تشبه} other {# صورة تشبه}} صورًا من زيارة أخرى.',
  'finding.allAlike':
    '{count, plural, one {إجابة واحدة} two {إجابتان} few {# إجابات} many {# إجابة} other {# إجابة}} كان يمكن أن تختلف، وهي كلها متماثلة.',
  'finding.commentsRepeated': 'يرد كثير مما كُتب في هذه الزيارة بنصه أو بما يقاربه في زيارات سابقة للمتسوق نفسه.',
  'finding.commentKnown': 'ترد هذه الملاحظة بنصها أو بما يقاربه في زيارة سابقة للمتسوق نفسه.',
  'finding.contradiction': 'يبدو أن هذه الإجابات لا تتفق: {message}',
  'finding.tooQuick':
    'استغرقت الزيارة {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، واستغرق نصف الزيارات السابقة بهذا النموذج {usual} فأكثر.',
  'finding.outsideWindow':
    'أُجريت الزيارة يوم {day} عند {time}، والمخطط لها يوم {weekday} {hours} من {dueFrom} إلى {dueTo}.',
  'finding.late': 'وصل التقرير في {day}، وكان موعده الأخير {due}.',
  'finding.poorAccuracy': 'عرف الجهاز موقعه بدقة {accuracy} م فقط، والخطة تطلب {most} م.',
  'finding.placeRefused': 'لم يسمح المتسوق للجهاز بتحديد موقعه.',
  'finding.photoTimes':
    '{count, plural, one {صورة واحدة التُقطت} two {صورتان التُقطتا} few {# صور التُقطت} many {# صورة التُقطت} other {# صورة التُقطت}} قبل بدء الزيارة أو بعد انتهائها.',
  'finding.clockOff':
    'كان فرق ساعة الجهاز {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  'finding.clockJumped': 'أوقات الجهاز لا تتفق فيما بينها: ضُبطت ساعته، أو سُجّلت الأوقات بغير ترتيبها.',
  'finding.timeZoneDiffers': 'الجهاز مضبوط على المنطقة الزمنية {device}، والخطة تعتمد {plan}.',
  'finding.revisedMuch': 'الإجابات التي تختلف عن التقرير الذي يحل هذا محله: {changed} من {count}.',
  'weekday.monday': 'الاثنين',
  'weekday.tuesday': 'الثلاثاء',
  'weekday.wednesday': 'الأربعاء',
  'weekday.thursday': 'الخميس',
  'weekday.friday': 'الجمعة',
  'weekday.saturday': 'السبت',
  'weekday.sunday': 'الأحد',
} as const;
