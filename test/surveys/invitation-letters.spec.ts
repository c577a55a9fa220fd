import { AnonymousAnswers, Errands, Invitations, OptOuts, PersonalLinks, Sending, type InvitationRow } from '#surveys';
import { inviteStaff, openStaff, staffSheet } from './inviting.js';
import { decoded, Gateway, partsOf, PostOffice } from './post-office.js';
import { campaignDocument, office, refusalOf, staffDocument, SurveyRooms } from './survey-rooms.js';

let rooms: SurveyRooms;
let post: PostOffice;
let gateway: Gateway;
let campaign: string;

beforeEach(async () => {
  post = new PostOffice();
  gateway = new Gateway();
  rooms = await SurveyRooms.open({
    NUJOOM_SMTP: await post.open(),
    NUJOOM_MAIL_FROM: 'survey@nujoom.example',
    NUJOOM_SMS_WEBHOOK: (await gateway.open()).replace('//', '//me:hidden@'),
    NUJOOM_URL: 'https://nujoom.example',
  });
  await rooms.campaign();
  campaign = (await rooms.sql<{ id: string }>('select id from campaigns'))[0]?.id ?? '';
});
afterEach(async () => {
  await rooms.close();
  await post.close();
  gateway.close();
});

const person = (n: number, row: Partial<InvitationRow> = {}): InvitationRow => ({
  agency: 'WORKS',
  reference: `t-${n}`,
  email: `amna${n}@works.example`,
  ...row,
});
const invite = (rows: readonly InvitationRow[], code = 'happiness') => rooms.get(Invitations).add(office, code, rows);
const send = (now?: Date) => rooms.get(Sending).send(campaign, now);
const remind = (now: Date) => rooms.get(Sending).remind(campaign, now);
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000);
const tokenIn = (text = '') => /\/a\/([\w-]{43})/.exec(text)?.[1] ?? '';

describe('an invitation by e-mail', () => {
  it('says who asks and why, in the language of who is invited, with his link and a way out', async () => {
    await invite([person(1, { language: 'ar' }), person(2, { language: 'en' })]);
    expect(await send()).toEqual({ sent: 2, refused: 0 });
    const [arabic, english] = ['amna1@works.example', 'amna2@works.example'].map((to) =>
      post.letters.find((letter) => letter.to.includes(to)),
    );
    if (!arabic || !english) throw new Error('a letter is missing');
    expect(decoded(arabic.headers['subject'] ?? '')).toBe('كيف كانت خدمتنا؟');
    expect(english.headers).toMatchObject({ subject: 'How was our service?', from: 'survey@nujoom.example', to: 'amna2@works.example' }); // prettier-ignore
    const [plain = '', markup = ''] = partsOf(arabic);
    expect(markup).toContain('<html lang="ar" dir="rtl">');
    expect(partsOf(english)[1]).toContain('<html lang="en" dir="ltr">');
    for (const part of [plain, markup]) {
      expect(part).toContain('لتحسين خدماتنا.');
      expect(part).toContain('مكتب التميز');
      expect((await rooms.get(PersonalLinks).invitationOf(tokenIn(part))).state).toBe('open');
      expect(part).toMatch(/https:\/\/nujoom\.example\/o\/[\w-]{54}/);
    }
    expect(markup).not.toMatch(/<(img|script|link|iframe)|url\(/);
  });

  it('can be stopped by one click of a mail program (RFC 8058)', async () => {
    await invite([person(1)]);
    await send();
    const headers = post.letters[0]?.headers ?? {};
    expect(headers['list-unsubscribe']).toMatch(/^<https:\/\/nujoom\.example\/o\/[\w-]{54}>$/);
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  });

  it('goes out once, also when two workers send at once and again later', async () => {
    await invite([1, 2, 3, 4, 5].map((n) => person(n)));
    await Promise.all([send(), send(), send()]);
    await send();
    expect(post.letters.map(({ to }) => to[0]).sort()).toEqual([1, 2, 3, 4, 5].map((n) => `amna${n}@works.example`));
  });

  it('that had to be sent again is the same letter: same link, same Message-ID', async () => {
    await invite([person(1)]);
    await send();
    await rooms.sql('update survey_invitations set sent_at = null'); // as if the worker had been killed before it noted it
    await send();
    const [one, two] = post.letters;
    expect(one?.headers['message-id']).toBe(two?.headers['message-id']);
    expect(tokenIn(partsOf(one as never)[0])).toBe(tokenIn(partsOf(two as never)[0]));
  });

  it('ends no header early, whatever stands in names', async () => {
    const evil = 'Hello\r\nBcc: everybody@works.example\r\n\r\n<script>alert(1)</script>';
    await rooms.sql('delete from survey_places');
    await rooms.sql('delete from campaigns');
    await rooms.campaign(campaignDocument({ title: { ar: evil, en: evil }, asker: { ar: evil, en: evil }, purpose: { ar: evil, en: evil } })); // prettier-ignore
    campaign = (await rooms.sql<{ id: string }>('select id from campaigns'))[0]?.id ?? '';
    await invite([person(1)]);
    await send();
    const [letter] = post.letters;
    expect(letter?.to).toEqual(['amna1@works.example']);
    expect(letter?.headers['bcc']).toBeUndefined();
    expect(Object.keys(letter?.headers ?? {}).sort()).toEqual(
      ['auto-submitted', 'content-type', 'date', 'from', 'list-unsubscribe', 'list-unsubscribe-post', 'message-id', 'mime-version', 'subject', 'to'], // prettier-ignore
    );
    expect(partsOf(letter as never)[1]).not.toContain('<script');
  });

  it('that the server refuses for good is not tried again; one refused for now is', async () => {
    await invite([person(1), person(2), person(3)]);
    post.refusing.set('amna1@works.example', 550).set('amna2@works.example', 451);
    // It stands in the queue of jobs and in logs: it names nobody.
    await expect(send()).rejects.toThrow(/^The mail server answered 451$/);
    expect(post.letters.map(({ to }) => to[0])).toEqual(['amna3@works.example']);
    post.refusing.clear();
    expect(await send()).toEqual({ sent: 1, refused: 0 });
    const failed = await rooms.sql('select failed from survey_invitations where failed is not null');
    expect(failed).toEqual([{ failed: 'smtp 550' }]);
    expect(await rooms.get(Invitations).summary('happiness')).toEqual({
      invited: 3,
      waiting: 0,
      sent: 2,
      reminders: 0,
      failed: 1,
      optedOut: 0,
      answered: 0,
    });
  });

  it('waits while there is no server', async () => {
    await invite([person(1)]);
    await post.close();
    await expect(send()).rejects.toThrow();
    expect(await rooms.sql('select sent_at from survey_invitations')).toEqual([{ sent_at: null }]);
  });

  it('is not sent before the campaign begins nor after it', async () => {
    await invite([person(1)]);
    expect(await send(new Date('2025-12-31T00:00:00Z'))).toEqual({ sent: 0, refused: 0 });
    expect(await send(new Date('2100-01-01T00:00:00Z'))).toEqual({ sent: 0, refused: 0 });
  });
});

describe('a thousand invitations', () => {
  it('go out to each, in memory that does not grow with their number', async () => {
    await invite(Array.from({ length: 1_000 }, (_, n) => person(n)));
    const before = process.memoryUsage().heapUsed;
    expect(await send()).toEqual({ sent: 1_000, refused: 0 });
    expect(new Set(post.letters.map(({ to }) => to[0])).size).toBe(1_000);
    expect(new Set(post.letters.map((letter) => tokenIn(partsOf(letter)[0]))).size).toBe(1_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('reminders', () => {
  it('go to those who have not answered, as often and as late as the campaign says', async () => {
    await rooms.sql(
      `update campaigns set document = jsonb_set(document, '{invitations}', '{"validDays":30,"reminders":2,"reminderAfterDays":4}')`,
    );
    await invite([person(1), person(2)]);
    await send();
    expect((await remind(daysOn(3))).sent).toBe(0);
    expect((await remind(daysOn(4.1))).sent).toBe(2);
    expect((await remind(daysOn(4.2))).sent).toBe(0);
    await rooms.sql(`update survey_invitations set response_id = gen_random_uuid() where reference = 't-1'`);
    expect((await remind(daysOn(9))).sent).toBe(1);
    expect((await remind(daysOn(20))).sent).toBe(0);
    const second = post.letters.filter(({ to }) => to[0] === 'amna2@works.example');
    expect(new Set(second.map((letter) => tokenIn(partsOf(letter)[0]))).size).toBe(1);
    expect(new Set(second.map(({ headers }) => headers['message-id'])).size).toBe(3);
    expect(decoded(second[1]?.headers['subject'] ?? '')).toBe('تذكير: كيف كانت خدمتنا؟');
  });

  it('do not go to an employee whose answer waits to be mixed, though nobody notes yet that he answered', async () => {
    campaign = await openStaff(rooms);
    const rows = [1, 2].map((n) => ({ agency: 'WORKS', reference: `s-${n}`, email: `staff${n}@works.example` }));
    await invite(rows, 'staff');
    await send();
    const letter = post.letters.find(({ to }) => to[0] === 'staff1@works.example');
    await rooms.get(AnonymousAnswers).submit({ token: tokenIn(partsOf(letter as never)[0]), sheet: staffSheet('a'), consent: 1 }); // prettier-ignore
    expect(await rooms.sql('select answered from survey_invitations where answered')).toEqual([]);
    expect((await remind(daysOn(5))).sent).toBe(1);
    expect(post.letters.at(-1)?.to).toEqual(['staff2@works.example']);
  });
});

describe('an invitation by SMS', () => {
  const byPhone = (n: number) => ({ agency: 'WORKS', reference: `p-${n}`, phone: `+97150123456${n}`, language: 'en' });

  it('is posted to the gateway, with what signs in to it and an id that stays the same', async () => {
    await invite([byPhone(1)]);
    await send();
    await rooms.sql('update survey_invitations set sent_at = null');
    await send();
    expect(gateway.posted).toHaveLength(2);
    const [{ body, headers }] = gateway.posted as never as [(typeof gateway.posted)[number]];
    expect(body.to).toBe('+971501234561');
    expect(body.text).toContain('https://nujoom.example/a/');
    expect(gateway.posted[1]?.body).toEqual(body);
    expect(headers['authorization']).toBe(`Basic ${Buffer.from('me:hidden').toString('base64')}`);
  });

  it.each([
    [301, 'is not sent anywhere else'],
    [500, 'is tried again later'],
    [429, 'is tried again later'],
  ])('when the gateway says %d, %s', async (status) => {
    gateway.answer = { status, headers: { location: '/sms' } };
    await invite([byPhone(1)]);
    await expect(send()).rejects.toThrow(String(status));
    expect(gateway.posted).toHaveLength(1);
    gateway.answer = { status: 200 };
    expect(await send()).toEqual({ sent: 1, refused: 0 });
  });

  it('that the gateway cannot send is not tried again', async () => {
    gateway.answer = { status: 422 };
    await invite([byPhone(1)]);
    expect(await send()).toEqual({ sent: 0, refused: 1 });
    expect(await send()).toEqual({ sent: 0, refused: 0 });
  });
});

describe('opting out', () => {
  const optOutIn = (n: number) => /\/o\/([\w-]{54})/.exec(partsOf(post.letters[n] as never)[0] ?? '')?.[1] ?? '';

  it('holds for all campaigns, forgets the address, and leaves the link as it is', async () => {
    await rooms.campaign(staffDocument());
    await invite([person(1), person(2, { email: 'Amna1@Works.example' })]);
    await send();
    const outs = rooms.get(OptOuts);
    expect(await outs.languageOf(optOutIn(0))).toBe('ar');
    expect(await rooms.sql('select 1 from survey_opt_outs')).toEqual([]); // looking at the page changes nothing
    await outs.optOut(optOutIn(0));
    await outs.optOut(optOutIn(0));
    expect(await rooms.sql('select 1 from survey_invitations where contact is not null')).toEqual([]);
    expect((await remind(daysOn(10))).sent).toBe(0);
    expect(await invite([person(3, { email: 'AMNA1@works.example' })], 'staff')).toMatchObject({
      added: 0,
      optedOut: 1,
    });
    expect((await rooms.get(PersonalLinks).invitationOf(tokenIn(partsOf(post.letters[0] as never)[0]))).state).toBe(
      'open',
    );
  });

  it.each(['', 'x', '0'.repeat(54)])('%j opts nobody out', async (token) =>
    expect(await refusalOf(rooms.get(OptOuts).optOut(token))).toMatchObject({ code: 'invitation.unknown' }),
  );
});

describe('ninety days after a campaign', () => {
  const jobs = () => rooms.sql<{ task: string }>(`select task_identifier as task from graphile_worker.jobs order by 1`);

  it('nobody knows any more who was invited', async () => {
    await invite([person(1), { ...person(2), email: '', phone: '+971501234567' }]);
    await rooms.sql(`update campaigns set state = 'closed', closed_at = '2027-01-01T00:00:00Z'`);
    await rooms.get(Errands).run(new Date('2027-03-31T00:00:00Z'));
    expect(await rooms.sql('select 1 from survey_invitations where contact is not null')).toHaveLength(2);
    await rooms.get(Errands).run(new Date('2027-04-01T00:00:01Z'));
    const [row] = await rooms.sql<{ text: string }>(
      `select string_agg(one::text, ' ') as text from survey_invitations as one`,
    );
    expect(row?.text).not.toMatch(/amna|works|97150|t-1|t-2/i);
    expect(await rooms.sql('select 1 from survey_invitations where contact_hash is not null')).toEqual([]);
  });

  it('the worker was asked for all that had to be done meanwhile', async () => {
    await openStaff(rooms);
    const [one] = await inviteStaff(rooms, 1);
    await rooms.get(AnonymousAnswers).submit({ token: one?.token ?? '', sheet: staffSheet('a'), consent: 1 });
    expect(await jobs()).toEqual([{ task: 'invitation.send' }]); // of inviting; the answer itself left none
    await rooms.get(Errands).run();
    expect((await jobs()).map(({ task }) => task)).toEqual(['invitation.remind', 'invitation.send', 'survey.mix']);
  });
});
