import { Actor } from '#access';
import { writeWorkbook } from '#spreadsheets';
import { InvitationFiles, Invitations, PersonalLinks, type InvitationRow } from '#surveys';
import { campaignDocument, freshRooms, office, refusalOf } from './survey-rooms.js';

const held = freshRooms();
const add = (rows: readonly InvitationRow[], actor = office) =>
  held.rooms.get(Invitations).add(actor, 'happiness', rows);
const read = (content: string | Uint8Array, name?: string) =>
  held.rooms.get(InvitationFiles).read(office, 'happiness', held.rooms.file(content, name));
const tokenOf = (link = '') => new URL(link).pathname.replace('/a/', '');

describe('inviting', () => {
  it('hands back the link of who has no address, the same each time', async () => {
    const rows = [{ agency: 'WORKS', centre: 'gate', service: 'renew', reference: 'T-1' }];
    const first = await add(rows);
    expect(first).toMatchObject({ added: 1, known: 0, optedOut: 0, links: [{ reference: 'T-1' }] });
    expect(await add(rows)).toEqual({ ...first, added: 0, known: 1 });
    const found = await held.rooms.get(PersonalLinks).invitationOf(tokenOf(first.links[0]?.link));
    const place = await held.rooms.place({ centre: 'gate', service: 'renew' });
    expect(found).toMatchObject({ place, language: 'ar', state: 'open' });
  });

  it('keeps of a link only its hash, and each link is another', async () => {
    const { links } = await add(Array.from({ length: 50 }, (_, n) => ({ agency: 'WORKS', reference: `${n}` })));
    const tokens = links.map(({ link }) => tokenOf(link));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    const [dump] = await held.rooms.sql<{ text: string }>(
      `select string_agg(one::text, ' ') as text from survey_invitations as one`,
    );
    for (const token of tokens) expect(dump?.text).not.toContain(token.slice(0, 12));
    const bits = tokens.map((token) => Buffer.from(token, 'base64url')).flatMap((bytes) => [...bytes]);
    expect(new Set(bits).size).toBeGreaterThan(240); // of 1,600 random bytes about 255 of 256 values turn up
  });

  it('expires after the days of the campaign, and never after its end', async () => {
    const days = async () => {
      const [row] = await held.rooms.sql<{ days: number }>(
        'select round(extract(epoch from expires_at - now()) / 86400)::integer as days from survey_invitations order by expires_at limit 1',
      );
      return row?.days;
    };
    await add([{ agency: 'WORKS', reference: 'a' }]);
    expect(await days()).toBe(30);
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await held.rooms.sql(`update campaigns set document = jsonb_set(document, '{closes}', to_jsonb($1::text))`, [soon]);
    await add([{ agency: 'WORKS', reference: 'b' }]);
    expect(await days()).toBe(5);
  });

  it.each<[string, Partial<InvitationRow>, string, string]>([
    ['a place that is not asked about', { centre: 'clinic' }, 'centre', 'unknown'],
    ['an agency that is not asked about', { agency: 'NOBODY' }, 'agency', 'unknown'],
    ['no reference', { reference: ' ' }, 'reference', 'missing'],
    ['a long reference', { reference: 'x'.repeat(101) }, 'reference', 'tooLong'],
    ['an address that is none', { email: 'amna' }, 'email', 'invalid'],
    ['a header in an address', { email: 'amna@works.example\r\nBcc: x@y.example' }, 'email', 'invalid'],
    ['a telephone without its country', { phone: '0501234567' }, 'phone', 'invalid'],
    ['a language that is not spoken', { language: 'fr' }, 'language', 'notOneOf'],
  ])('refuses %s', async (_, change, where, reason) => {
    const refusal = await refusalOf(
      add([
        { agency: 'WORKS', reference: 'ok' },
        { agency: 'WORKS', reference: 'r', ...change },
      ]),
    );
    expect(refusal).toMatchObject({ code: 'request.invalid', faults: [{ where: `invitations[1].${where}`, reason }] });
    expect(await held.rooms.sql('select 1 from survey_invitations')).toEqual([]);
  });

  it('refuses one reference twice, an unknown campaign, one not open or over, and whoever may not', async () => {
    const one = { agency: 'WORKS', reference: 'a' };
    expect(await refusalOf(add([one, one]))).toMatchObject({ faults: [{ reason: 'repeated' }] });
    expect(await refusalOf(held.rooms.get(Invitations).add(office, 'none', [one]))).toMatchObject({
      code: 'campaign.unknown',
    });
    expect(await refusalOf(add([one], new Actor(null, '', 'viewer')))).toMatchObject({ code: 'access.notAllowed' });
    await held.rooms.sql(`update campaigns set state = 'draft'`);
    expect(await refusalOf(add([one]))).toMatchObject({ code: 'campaign.notOpen' });
    await held.rooms.sql(`update campaigns set state = 'closed'`);
    expect(await refusalOf(add([one]))).toMatchObject({ code: 'campaign.over' });
  });

  it('by two at once invites each once', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => ({ agency: 'WORKS', reference: `${n}` }));
    const receipts = await Promise.all([add(rows), add([...rows].reverse()), add(rows)]);
    expect(receipts.reduce((sum, { added }) => sum + added, 0)).toBe(300);
    expect(
      new Set(
        receipts.map(({ links }) =>
          links
            .map(({ link }) => link)
            .sort()
            .join(),
        ),
      ),
    ).toHaveProperty('size', 1);
  });
});

describe('a file of people to invite', () => {
  const lines = ['agency,centre,reference,email,phone,language', 'WORKS,gate,T-1,amna@works.example,,ar', 'WORKS,,T-2,,+971 50 123 4567,en', 'HEALTH,clinic,T-3,,,']; // prettier-ignore

  it('invites them once, however often it is given', async () => {
    expect(await read(lines.join('\n'))).toMatchObject({ added: 3, known: 0, links: [{ reference: 'T-3' }] });
    expect(await read(lines.join('\n'))).toMatchObject({ added: 0, known: 3, links: [{ reference: 'T-3' }] });
    const kinds = await held.rooms.sql(
      'select reference, contact_kind, contact from survey_invitations order by reference',
    );
    expect(kinds).toEqual([
      { reference: 'T-1', contact_kind: 'email', contact: 'amna@works.example' },
      { reference: 'T-2', contact_kind: 'sms', contact: '+971501234567' },
      { reference: 'T-3', contact_kind: null, contact: null },
    ]);
  });

  it('may be a workbook', async () => {
    const rows = [['reference', 'agency', 'phone'], ['007', 'WORKS', '+971501234567']]; // prettier-ignore
    expect(await read(await writeWorkbook([{ name: 'People', rows }]), 'people.xlsx')).toMatchObject({ added: 1 });
    expect(await held.rooms.sql('select reference from survey_invitations')).toEqual([{ reference: '007' }]);
  });

  it('is taken whole or not at all, with everything that is wrong by line', async () => {
    const wrong = [...lines, 'WORKS,clinic,T-4,,,', 'WORKS,,T-1,amna@,,fr', ',,T-6,,,'].join('\n');
    expect(await refusalOf(read(wrong))).toMatchObject({
      code: 'import.rowsFaulty',
      faults: [
        { line: 5, where: 'centre', reason: 'unknown', value: 'clinic' },
        { line: 6, where: 'email', reason: 'invalid' },
        { line: 6, where: 'language', reason: 'notOneOf' },
        { line: 6, where: 'reference', reason: 'twice', params: { line: 2 } },
        { line: 7, where: 'agency', reason: 'missing' },
      ],
    });
    expect(await held.rooms.sql('select 1 from survey_invitations')).toEqual([]);
  });

  it('needs its columns', async () =>
    expect(await refusalOf(read('agency,email\nWORKS,amna@works.example'))).toMatchObject({
      code: 'import.columnsMissing',
    }));
});

describe('languages', () => {
  it('are those of the campaign, where it names some', async () => {
    await held.rooms.campaign(campaignDocument({ code: 'english', languages: ['en'] }));
    await held.rooms.get(Invitations).add(office, 'english', [{ agency: 'WORKS', reference: 'a' }]);
    expect(await held.rooms.sql('select language from survey_invitations')).toEqual([{ language: 'en' }]);
  });
});
