/** Invitations to surveys: their letters and messages, the page to opt out, and their command. */
export const invitations = {
  'invitation.reminderSubject': 'A reminder: {title}',
  'invitation.asks': '{asker} asks for your opinion.',
  'invitation.reminder':
    'We wrote to you some days ago and have not had your answer yet. If you have just answered, thank you.',
  'invitation.minutes': 'It takes about {minutes, plural, one {# minute} other {# minutes}}. You need not sign in.',
  'invitation.answer': 'Answer now',
  'invitation.personal':
    'This link is yours alone and takes one answer. Please do not pass it on. It is valid until {day}.',
  'invitation.anonymous':
    'Who answered is known, so that nobody is reminded without need; what was answered cannot be tied to anybody. Results are shown for groups of at least {least} people.',
  'invitation.optOut': 'No invitations to surveys any more',
  'invitation.sms': '{asker}: {title}. Answer: {link} – No more of these: {optOut}',
  'invitation.optOutTitle': 'No more invitations?',
  'invitation.optOutLead':
    'You then receive no invitations to surveys at this address any more, from anyone who uses this platform. Links you have already received still work.',
  'invitation.optOutSubmit': 'Send me no more invitations',
  'invitation.optedOutTitle': 'You will not be invited any more',
  'invitation.optedOutLead':
    'Your address was deleted. A code that cannot be turned back into it is kept, so that you are not invited again.',
  'cli.campaign.invite':
    'invite the people that a CSV or .xlsx file names (agency, reference, centre, service, channel, email, phone, language)',
  'cli.campaign.inviteTo': 'the code of the campaign',
  'cli.campaign.links': 'write the links of those without an address to this CSV file',
  'cli.campaign.invited':
    '{added, plural, one {# person was} other {# people were}} invited; {known} had been before, {optedOut} do not want to be.',
  'cli.campaign.linksWritten': '{count, plural, one {# link was} other {# links were}} written to {file}.',
  'cli.campaign.linksLeft':
    '{count, plural, one {# person has} other {# people have}} no address; their links are written to a file with --links.',
} as const;
