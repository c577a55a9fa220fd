/** The survey inside the page of another website. It ships in the script itself, without the other texts. */
export const embed = {
  'embed.optional': '(optional)',
  'embed.send': 'Send',
  'embed.sending': 'Sending…',
  'embed.thanks': 'Thank you',
  'embed.thanksLead': 'Your answer has arrived.',
  'embed.choose': 'Please choose an answer: {question}',
  'embed.unreachable': 'The answer was not sent: there is no connection. Nothing is lost; please send it again.',
  'embed.notLoaded': 'The survey could not be loaded.',
  'embed.again': 'Try again',
  'embed.unfit': 'This survey has its own page:',
  'embed.trap': 'Leave this empty',
} as const;
