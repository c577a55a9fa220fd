/** Surveys: their refusals. */
export const surveys = {
  'problem.campaign.unknown': 'There is no campaign {code}.',
  'problem.campaign.invalid':
    'The campaign was not saved: {count, plural, one {# thing is} other {# things are}} wrong in its document.',
  'problem.campaign.frozen': 'The campaign {code} is open: only its end can still be changed.',
  'problem.campaign.moveRefused': 'The campaign {code} is {state}; that is not possible now.',
  'problem.campaign.notOpen': 'This survey is not open.',
  'problem.campaign.notYetOpen': 'This survey is not open yet.',
  'problem.campaign.over': 'This survey is over. Thank you for wanting to answer.',
  'problem.campaign.enough':
    'Enough answers have been given here, and no more are asked for. Thank you for wanting to give yours.',
  'problem.campaign.stillOpen':
    'The results of employees are shown when the campaign {code} is closed and they are published: before that, the difference between two days could be one person.',
  'problem.response.conflict':
    'An answer with this id was received before, and its content is different. The first one stands.',
  'problem.response.answersInvalid':
    '{count, plural, one {# answer needs} other {# answers need}} another look. Nothing was stored.',
  'problem.response.wayUnknown': 'This link is not valid. Please check that it was copied completely.',
  'problem.response.consentDiffers':
    'The text of consent has changed since this form was opened. Please read it again.',
  'problem.response.busy':
    'Too many answers are arriving just now. Nothing was stored; please send it again in a moment.',
  'problem.response.unknown': 'There is no such response.',
  'problem.invitation.unknown': 'This personal link is not valid. Please check that it was copied completely.',
  'problem.invitation.used': 'This personal link has been used. Your answer was received; thank you.',
  'problem.invitation.expired': 'This personal link has expired.',
} as const;
