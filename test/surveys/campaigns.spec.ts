import { Actor } from '#access';
import { contentHash } from '#documents';
import { Campaigns, OpenCampaigns } from '#surveys';
import { campaignDocument, office, refusalOf, sharedRooms, staffDocument } from './survey-rooms.js';
import { shippedInstrument, withInstrument } from './survey-world.js';

const held = sharedRooms();
afterEach(() => held.rooms.sql(`delete from campaigns where code = 'spring'; delete from successions`));
const campaigns = () => held.rooms.get(Campaigns);
const spring = (changes: Record<string, unknown> = {}) => campaignDocument({ code: 'spring', ...changes });
const wrong = async (trying: Promise<unknown>) => {
  const { code, faults = [] } = await refusalOf(trying);
  return [code, ...faults.map(({ where, reason }) => `${where} ${reason}`)];
};

describe('saving a campaign', () => {
  it('keeps it whole with its defaults, and the same again changes nothing', async () => {
    const receipt = await campaigns().save(office, spring());
    expect(receipt).toMatchObject({ code: 'spring', changed: true, state: 'draft' });
    const { document, hash, state } = await campaigns().read('spring');
    expect([document.minimum, hash, state]).toEqual([30, contentHash(document), 'draft']);
    expect(await campaigns().save(office, spring())).toEqual({ ...receipt, changed: false });
  });

  it('puts another draft in the place of the one before', async () => {
    await campaigns().save(office, spring());
    await campaigns().save(office, spring({ cycle: '2025', target: 500, places: [{ agency: 'HEALTH' }] }));
    expect(await campaigns().list({ cycle: '2025' })).toMatchObject([{ code: 'spring', places: 1, state: 'draft' }]);
    expect(await campaigns().list({ cycle: '2026' })).toMatchObject([{ code: 'happiness', places: 5, state: 'open' }]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['faults of its own', { minutes: 0, cuts: ['a', 'a'] }, ['campaign.invalid', 'minutes tooSmall']],
    ['a cycle that is not there', { cycle: '1999' }, ['campaign.invalid', 'cycle unknown']],
    ['an instrument that is not there', { instrument: { code: 'customer_happiness', version: 9 } }, ['campaign.invalid', 'instrument unknown']],
    ['an instrument of employees', { instrument: { code: 'employee_happiness', version: 1 } }, ['campaign.invalid', 'instrument invalid', 'outcomeItem notOneOf']],
  ])('refuses %s, and keeps nothing', async (_, changes, faults) => {
    expect(await wrong(campaigns().save(office, spring(changes)))).toEqual(faults);
    expect((await refusalOf(campaigns().read('spring'))).code).toBe('campaign.unknown');
  }); // prettier-ignore

  it('refuses an instrument that is a draft', async () => {
    await held.rooms.sql(withInstrument({ ...shippedInstrument('customer-happiness-1'), version: 7 }, false));
    const named = spring({ instrument: { code: 'customer_happiness', version: 7 } });
    expect(await wrong(campaigns().save(office, named))).toEqual(['campaign.invalid', 'instrument unknown']);
  });
});

describe('an open campaign', () => {
  beforeEach(() => held.rooms.campaign(spring()));

  it('may end later or earlier, and nothing else of it may change', async () => {
    const later = spring({ closes: '2098-01-01T00:00:00Z' });
    expect(await campaigns().save(office, later)).toMatchObject({ changed: true, state: 'open' });
    expect(await campaigns().save(office, later)).toMatchObject({ changed: false });
    for (const change of [{ minimum: 31 }, { places: [{ agency: 'WORKS' }] }, { opens: '2026-01-02T00:00:00Z' }]) {
      expect((await refusalOf(campaigns().save(office, spring(change)))).code).toBe('campaign.frozen');
    }
    expect((await campaigns().read('spring')).document.closes).toBe('2098-01-01T00:00:00Z');
  });

  it('may not have ended already: answers were taken till now', async () => {
    const over = spring({ closes: '2026-02-01T00:00:00Z' });
    expect(await wrong(campaigns().save(office, over))).toEqual(['campaign.invalid', 'closes notAbove']);
  });

  it('is found by its ways in with the new end', async () => {
    await campaigns().save(office, spring({ closes: '2098-01-01T00:00:00Z' }));
    const place = await held.rooms.place({ campaign: 'spring', agency: 'WORKS' });
    expect(await held.rooms.get(OpenCampaigns).place(place)).toMatchObject({ campaign: { closes: '2098-01-01T00:00:00Z' } }); // prettier-ignore
  });

  it('is closed for good, and closing again changes nothing', async () => {
    expect(await campaigns().close(office, 'spring')).toEqual({ code: 'spring', state: 'closed', changed: true });
    expect(await campaigns().close(office, 'spring')).toEqual({ code: 'spring', state: 'closed', changed: false });
    expect((await refusalOf(campaigns().open(office, 'spring'))).code).toBe('campaign.moveRefused');
    const later = spring({ closes: '2098-01-01T00:00:00Z' });
    expect((await refusalOf(campaigns().save(office, later))).code).toBe('campaign.moveRefused');
    expect(await campaigns().save(office, spring())).toMatchObject({ changed: false, state: 'closed' });
  });
});

describe('opening a campaign', () => {
  const places = () =>
    held.rooms.sql(
      `select agencies.code as agency, centres.code as centre, service, channel from survey_places as places
         join campaigns on campaigns.id = campaign_id join agencies on agencies.id = places.agency_id
         left join centres on centres.id = centre_id
       where campaigns.code = 'spring' order by n`,
    );

  it('numbers its places in their order, with the channel of their centre unless said', async () => {
    await campaigns().save(
      office,
      spring({ places: [{ agency: 'WORKS', centre: 'desk' }, { agency: 'WORKS', centre: 'gate', service: 'renew', channel: 'digital' }, { agency: 'HEALTH' }] }), // prettier-ignore
    );
    expect(await places()).toEqual([]);
    expect(await campaigns().open(office, 'spring')).toEqual({ code: 'spring', state: 'open', changed: true });
    const made = [
      { agency: 'WORKS', centre: 'desk', service: null, channel: 'smart' },
      { agency: 'WORKS', centre: 'gate', service: 'renew', channel: 'digital' },
      { agency: 'HEALTH', centre: null, service: null, channel: null },
    ];
    expect(await places()).toEqual(made);
    expect(await campaigns().open(office, 'spring')).toEqual({ code: 'spring', state: 'open', changed: false });
    expect(await places()).toEqual(made);
  });

  it('tells every place that the network does not have', async () => {
    const strange = [
      { agency: 'NOBODY', centre: 'gate', service: 'renew' },
      { agency: 'WORKS', centre: 'hall' },
      { agency: 'HEALTH', centre: 'gate' },
      { agency: 'HEALTH', service: 'renew' },
      { agency: 'WORKS', centre: 'gate' },
      { agency: 'WORKS', centre: 'gate', channel: 'centre' },
    ];
    await campaigns().save(office, spring({ places: strange }));
    expect(await wrong(campaigns().open(office, 'spring'))).toEqual([
      'campaign.notOpenable',
      'places[0].agency unknown',
      'places[1].centre unknown',
      'places[2].centre contradicts',
      'places[3].service unknown',
      'places[5] repeated',
    ]);
    expect([await places(), (await campaigns().read('spring')).state]).toEqual([[], 'draft']);
  });

  it('takes a centre for the agency that it belongs to in the cycle', async () => {
    await held.rooms.sql(
      `insert into successions (predecessor_id, successor_id, since)
       select a.id, b.id, '2025-06-01' from agencies as a, agencies as b where a.code = 'WORKS' and b.code = 'HEALTH'`,
    );
    await campaigns().save(office, spring({ places: [{ agency: 'HEALTH', centre: 'gate' }] }));
    await campaigns().open(office, 'spring');
    expect(await places()).toMatchObject([{ agency: 'HEALTH', centre: 'gate' }]);
  });

  it('is refused when it would be over', async () => {
    await campaigns().save(office, spring({ closes: '2026-02-01T00:00:00Z' }));
    expect(await wrong(campaigns().open(office, 'spring'))).toEqual(['campaign.notOpenable', 'closes notAbove']);
  });

  it('and closing are refused to what is not there, and closing to a draft', async () => {
    await campaigns().save(office, spring());
    expect((await refusalOf(campaigns().close(office, 'spring'))).code).toBe('campaign.moveRefused');
    expect((await refusalOf(campaigns().open(office, 'autumn'))).code).toBe('campaign.unknown');
    expect((await refusalOf(campaigns().close(office, 'autumn'))).code).toBe('campaign.unknown');
  });

  it('takes employees in, agency by agency', async () => {
    await held.rooms.campaign(staffDocument({ code: 'spring' }));
    expect(await places()).toMatchObject([{ agency: 'WORKS', channel: null }, { agency: 'HEALTH' }]);
  });

  it('is written down with who did what', async () => {
    const rania = await held.rooms.actor('rania');
    await campaigns().save(rania, spring());
    await campaigns().open(office, 'spring');
    await campaigns().close(new Actor(rania.accountId, 'rania', 'office'), 'spring');
    const [row] = await held.rooms.sql(
      `select saved_by = $1 as saved, opened_by is null as opened, closed_by = $1 as closed from campaigns where code = 'spring'`,
      [rania.accountId],
    );
    expect(row).toEqual({ saved: true, opened: true, closed: true });
  });
});

describe('at the same time', () => {
  it('a new campaign is saved by many, and one document is kept', async () => {
    const saved = await Promise.all(
      Array.from({ length: 8 }, (_, at) => campaigns().save(office, spring({ target: at }))),
    );
    const { document, hash } = await campaigns().read('spring');
    expect(saved.filter(({ changed }) => changed)).toHaveLength(8);
    expect(saved[document.target]?.hash).toBe(hash);
  });

  it('it is saved and opened: what is open is what its places were made of', async () => {
    await campaigns().save(office, spring());
    const other = spring({ places: [{ agency: 'HEALTH', centre: 'clinic' }] });
    const [saving, ...opening] = await Promise.allSettled([
      campaigns().save(office, other),
      ...[1, 2, 3].map(() => campaigns().open(office, 'spring')),
    ]);
    expect(opening.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const { document } = await campaigns().read('spring');
    const [made] = await held.rooms.sql(
      `select count(*)::integer as places from survey_places join campaigns on campaigns.id = campaign_id where code = 'spring'`,
    );
    expect(made).toEqual({ places: document.places.length });
    expect(document.places.length).toBe(saving.status === 'fulfilled' ? 1 : 5);
  });

  it('it is opened and closed by many, each once', async () => {
    await campaigns().save(office, spring());
    const opened = await Promise.all([1, 2, 3, 4].map(() => campaigns().open(office, 'spring')));
    const closed = await Promise.all([1, 2, 3, 4].map(() => campaigns().close(office, 'spring')));
    expect([opened, closed].map((moves) => moves.filter(({ changed }) => changed).length)).toEqual([1, 1]);
  });
});
