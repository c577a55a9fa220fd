/** Reasons to look at a visit, as its reviewer reads them: what was seen, never what it means. */
export const findings = {
  'finding.checkFailed': 'The report could not be looked at by itself. Look at it with more care.',
  'finding.outsideHours':
    'Something was stamped on {day} at {time}; the opening hours of the centre that day are {hours}.',
  'finding.outsideFence':
    'At {time} the tablet was {metres} m from the centre (accurate to {accuracy} m); the fence is at {fence} m.',
  'finding.mockLocation': 'The tablet says that another program made up its place at {time}.',
  'finding.tooShort':
    'The visit took {minutes, plural, one {# minute} other {# minutes}}; the plan expects at least {least}.',
  'finding.impossibleTravel':
    'Another visit of this shopper is {kilometres} km away and {minutes, plural, one {# minute} other {# minutes}} apart.',
  'finding.photoSeen':
    '{count, plural, one {# photo was sent with another visit too} other {# photos were sent with other visits too}}.',
  'finding.photoAlike':
    '{count, plural, one {# photo looks like one} other {# photos look like some}} of another visit.',
  'finding.allAlike':
    '{count, plural, one {# answer that could differ is} other {# answers that could differ are}} alike.',
  'finding.commentsRepeated':
    'Much of what was written here stands, in the same words or nearly, in earlier visits of this shopper.',
  'finding.commentKnown': 'This remark stands, in the same words or nearly, in an earlier visit of this shopper.',
  'finding.contradiction': 'These answers do not seem to go together: {message}',
  'finding.tooQuick':
    'The visit took {minutes, plural, one {# minute} other {# minutes}}; half of the earlier ones with this form took {usual} or more.',
  'finding.outsideWindow':
    'The visit was made on {day} at {time}; planned was a {weekday}, {hours}, from {dueFrom} to {dueTo}.',
  'finding.late': 'The report arrived on {day}; it was due by {due}.',
  'finding.poorAccuracy': 'The tablet knew its place to {accuracy} m only; the plan asks for {most} m.',
  'finding.placeRefused': 'The shopper did not let the tablet tell its place.',
  'finding.photoTimes':
    '{count, plural, one {# photo was} other {# photos were}} taken before the visit began or after it ended.',
  'finding.clockOff': 'The clock of the tablet was {minutes, plural, one {# minute} other {# minutes}} off.',
  'finding.clockJumped':
    'The times of the tablet do not fit together: its clock was set, or stamps were made out of turn.',
  'finding.timeZoneDiffers': 'The tablet is set to the time zone {device}; the plan counts in {plan}.',
  'finding.revisedMuch': 'Answers that differ from the report it replaces: {changed} of {count}.',
  'weekday.monday': 'Monday',
  'weekday.tuesday': 'Tuesday',
  'weekday.wednesday': 'Wednesday',
  'weekday.thursday': 'Thursday',
  'weekday.friday': 'Friday',
  'weekday.saturday': 'Saturday',
  'weekday.sunday': 'Sunday',
} as const;
