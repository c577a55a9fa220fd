import { Temporal } from 'temporal-polyfill';
import { writingDirectionOf, type CampaignRules } from '#campaigns';
import { textsIn, wordingIn, type Language, type Say, type Wording } from '#contract';
import { html } from '#reports';

/** What a letter says. */
export interface LetterContent {
  readonly campaign: Pick<
    CampaignRules,
    'title' | 'asker' | 'purpose' | 'minutes' | 'closes' | 'study' | 'anonymity' | 'calendar'
  >;
  /** A language tag; what is ours is said in Arabic or English, by the direction of the language. */
  readonly language: string;
  /** The personal address to answer at. */
  readonly link: string;
  readonly optOut: string;
  readonly expiresAt: Date;
  readonly isReminder: boolean;
}

/** A letter as it is sent. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The letter that invites somebody, as plain text and as simple HTML without pictures: opening it tells nobody anything. */
export function letterOf(content: LetterContent): Letter {
  const { say, frame, direction, worded } = speechOf(content);
  const { campaign, isReminder, link, optOut } = content;
  const title = oneLine(worded(campaign.title));
  const paragraphs = [
    say('invitation.asks', { asker: oneLine(worded(campaign.asker)) }),
    ...(isReminder ? [say('invitation.reminder')] : []),
    worded(campaign.purpose),
    say('invitation.minutes', { minutes: Math.ceil(campaign.minutes) }),
  ];
  const notes = [
    ...(campaign.study === 'employee-happiness'
      ? [say('invitation.anonymous', { least: campaign.anonymity.least })]
      : []),
    say('invitation.personal', { day: dayOf(content, frame) }),
  ];
  const answer = say('invitation.answer');
  const stop = say('invitation.optOut');
  const page = html`<!doctype html>
<html lang="${content.language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body dir="${direction}" style="margin:0;padding:24px;font:16px/1.6 Tahoma,Arial,sans-serif;color:#1b1d21;background:#fff">
<h1 style="font-size:22px;margin:0 0 16px">${title}</h1>
${paragraphs.map((text) => html`<p style="margin:0 0 12px">${text}</p>`)}
<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:12px 24px;background:#6d4b17;color:#fff;text-decoration:none;border-radius:6px">${answer}</a></p>
<p style="margin:0 0 12px;word-break:break-all"><a href="${link}" dir="ltr">${link}</a></p>
${notes.map((text) => html`<p style="margin:0 0 12px;font-size:14px;color:#4a4e57">${text}</p>`)}
<p style="margin:24px 0 0;font-size:14px"><a href="${optOut}" style="color:#4a4e57">${stop}</a></p>
</body>
</html>`;
  const text = [title, ...paragraphs, `${answer}:\n${link}`, ...notes, `${stop}:\n${optOut}`].join('\n\n');
  const subject = isReminder ? say('invitation.reminderSubject', { title }) : title;
  return { subject, text: `${text}\n`, html: page.markup };
}

/** What is sent as SMS: one message of few words. */
export function messageOf(content: LetterContent): string {
  const { say, worded } = speechOf(content);
  const [asker, title] = [oneLine(worded(content.campaign.asker)), oneLine(worded(content.campaign.title))];
  return say('invitation.sms', { asker, title, link: content.link, optOut: content.optOut });
}

interface Speech {
  readonly say: Say;
  /** The language of what is ours. */
  readonly frame: Language;
  readonly direction: 'rtl' | 'ltr';
  readonly worded: (wording: Wording) => string;
}

function speechOf({ language }: LetterContent): Speech {
  const direction = writingDirectionOf(language);
  const frame: Language = direction === 'rtl' ? 'ar' : 'en';
  const worded = (wording: Wording) => wording[language] ?? wordingIn(wording, frame);
  return { say: textsIn(frame), frame, direction, worded };
}

/** A text that becomes a header, or part of one sentence: no line of it begins a new one. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** The last whole day of a link, by the clock that the campaign's end is given in. */
function dayOf({ expiresAt, campaign }: LetterContent, language: Language): string {
  const timeZone = /[+-]\d\d:\d\d$/.exec(campaign.closes)?.[0] ?? 'UTC';
  const day = Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const locale = `${language === 'ar' ? 'ar' : 'en-GB'}-u-nu-latn-ca-${campaign.calendar}`;
  return day.withCalendar(campaign.calendar).toLocaleString(locale, { dateStyle: 'long' });
}
