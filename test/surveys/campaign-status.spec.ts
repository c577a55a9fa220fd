import { compileInstrument, contributionOf, packContribution, tallyLayoutOf } from '#instruments';
import { CampaignStatuses, CampaignWays, Campaigns, Fold, OpenCampaigns, SurveyTallies } from '#surveys';
import { campaignDocument, customerSheet, office, refusalOf, sharedRooms, staffDocument } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';

const held = sharedRooms({ NUJOOM_URL: 'https://survey.example' });
const status = (code: string) => held.rooms.get(CampaignStatuses).status(code);

/** Stores responses as they come in, in a transaction of their own. */
async function answered(
  place: number,
  many: number,
  { way = 'link', standing = 0, at = '2026-03-01T08:00:00Z' } = {},
): Promise<void> {
  const instrument = shippedInstrument('customer-happiness-1');
  const contribution = packContribution(
    contributionOf(tallyLayoutOf(instrument), compileInstrument(instrument), customerSheet()),
  );
  await held.rooms.sql(
    `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution, marks, received_at)
     select cycle_id, agency_id, gen_random_uuid(), n, $2, 'ar', 'received', '', $3, 1, $4, $5, '{}', $6
     from generate_series(1, $7), survey_places as places join campaigns on campaigns.id = campaign_id where n = $1`,
    [place, way, standing, JSON.stringify(customerSheet()), contribution, at, many],
  );
}

/** Invites people: those of the first number are written to, the others are handed a link. */
async function invited(campaign: string, { written = 0, failed = 0, handed = 0, answered = 0, waiting = 0 }) {
  await held.rooms.sql(
    `insert into survey_invitations (id, campaign_id, place_n, token_hash, contact_kind, contact, language, expires_at, sent_at, failed, answered)
     select gen_random_uuid(), campaigns.id, (select min(n) from survey_places where campaign_id = campaigns.id), sha256(at::text::bytea || campaigns.id::text::bytea),
       case when at <= $2::int + $6::int then 'email' end, case when at <= $2::int + $6::int then 'x@example.org' end, 'ar', now() + '1 day',
       case when at <= $2::int then now() end, case when at <= $3::int then 'no such address' end, at > $3::int and at <= $3::int + $4::int
     from campaigns, generate_series(1, $2::int + $5::int + $6::int) as at where code = $1`,
    [campaign, written, failed, answered, handed, waiting],
  );
}

describe('the status of a campaign', () => {
  it('of nothing is nothing', async () => {
    await held.rooms.get(Campaigns).save(office, campaignDocument({ code: 'draft' }));
    expect(await status('draft')).toMatchObject({
      cycle: '2026',
      state: 'draft',
      openedAt: null,
      places: 5,
      responses: { counted: 0, held: 0, excluded: 0 },
      isTargetReached: null,
      isMinimumReached: false,
      quotas: [],
      ways: [],
      days: [],
    });
    expect((await refusalOf(status('nobody'))).code).toBe('campaign.unknown');
  });

  it('counts what is stored, before it is folded, after, and after all is made anew', async () => {
    const gate = { agency: 'WORKS', centre: 'gate' };
    const quotas = [
      { place: { ...gate, service: 'renew' }, most: 9 },
      { place: gate, most: 3 },
    ];
    await held.rooms.campaign(campaignDocument({ code: 'busy', target: 10, minimum: 9, quotas }));
    const [place, other] = [
      await held.rooms.place({ campaign: 'busy', centre: 'gate' }),
      await held.rooms.place({ campaign: 'busy', centre: 'clinic' }),
    ];
    await answered(await held.rooms.place(), 7); // of another campaign
    await answered(place, 3);
    await answered(other, 5, { way: 'kiosk', at: '2026-03-01T21:00:00Z' }); // one o'clock on the next day, where the campaign is
    const seen = {
      responses: { counted: 8, held: 0, excluded: 0 },
      isTargetReached: false,
      isMinimumReached: false,
      quotas: [
        { centre: 'gate', service: 'renew', most: 9, counted: 0 },
        { centre: 'gate', service: null, channel: 'centre', most: 3, counted: 3 },
      ],
      ways: [
        { way: 'link', received: 3, rate: null, reason: 'nobodyInvited' },
        { way: 'kiosk', received: 5, rate: null, reason: 'nobodyInvited' },
      ],
      days: [
        { day: '2026-03-01', received: 3 },
        { day: '2026-03-02', received: 5 },
      ],
    };
    expect(await status('busy')).toMatchObject(seen);
    await held.rooms.get(Fold).drain();
    expect(await status('busy')).toMatchObject(seen);

    await answered(place, 2);
    await answered(place, 4, { standing: 1 });
    await answered(place, 1, { standing: 2 });
    const more = {
      responses: { counted: 10, held: 4, excluded: 1 },
      isTargetReached: true,
      isMinimumReached: true,
      quotas: [{ counted: 0 }, { counted: 5 }],
      ways: [{ received: 10 }, { received: 5 }],
      days: [{ received: 10 }, { received: 5 }],
    };
    expect(await status('busy')).toMatchObject(more);
    await held.rooms.get(Fold).drain();
    expect(await status('busy')).toMatchObject(more);
    await held.rooms.get(SurveyTallies).rebuild();
    expect(await status('busy')).toMatchObject(more);
  });

  it('says how many of those invited answered, with an interval', async () => {
    await held.rooms.campaign(campaignDocument({ code: 'invited' }));
    await invited('invited', { written: 30, failed: 6, handed: 10, answered: 17, waiting: 5 });
    const { ways } = await status('invited');
    // 30 written to, 6 of them in vain, 10 handed a link: 34 could answer; five are not written to yet
    expect(ways).toMatchObject([{ way: 'personal', eligible: 34, completed: 17, rate: 0.5, reason: null }]);
    expect(ways[0]?.interval?.low).toBeCloseTo(0.3406, 3); // Wilson, 17 of 34
    expect(ways[0]?.interval?.high).toBeCloseTo(0.6594, 3);
  });

  it('of employees shows no days', async () => {
    await held.rooms.campaign(staffDocument());
    await invited('staff', { handed: 20, answered: 12 });
    const place = await held.rooms.place({ campaign: 'staff', agency: 'WORKS' });
    await answered(place, 12, { way: 'personal' });
    expect(await status('staff')).toMatchObject({
      study: 'employee-happiness',
      responses: { counted: 12 },
      ways: [{ way: 'personal', received: 12, completed: 12, eligible: 20, rate: 0.6 }],
      days: [],
    });
  });
});

describe('the ways in to a campaign', () => {
  const ways = (code: string, after?: number) => held.rooms.get(CampaignWays).ways(code, after);

  it('are a link, a kiosk and an embedded form for each place, and lead there', async () => {
    await held.rooms.campaign(campaignDocument({ code: 'led' }));
    const places = await ways('led');
    expect(places.map(({ agency, centre, service }) => [agency, centre, service])).toEqual([
      ['WORKS', null, null],
      ['WORKS', 'gate', null],
      ['WORKS', 'gate', 'renew'],
      ['WORKS', 'desk', null],
      ['HEALTH', 'clinic', null],
    ]);
    expect(places[2]).toMatchObject({ channel: 'centre', names: { agency: { ar: 'الأشغال' }, centre: { en: 'Gate' }, service: { en: 'Renewal' } } }); // prettier-ignore
    for (const { n, ways } of places) {
      expect(ways.map(({ way }) => way)).toEqual(['link', 'kiosk', 'embed']);
      for (const { way, code, address } of ways) {
        expect(address).toBe(`https://survey.example/${way === 'kiosk' ? 'kiosk' : 's'}/${code}`);
        expect(await held.rooms.get(OpenCampaigns).wayIn(code)).toMatchObject({ way, place: { n } });
      }
    }
    expect((await ways('led', places[3]?.n)).map(({ n }) => n)).toEqual([places[4]?.n]);
  });

  it('are not there before it is opened, nor for employees', async () => {
    await held.rooms.get(Campaigns).save(office, campaignDocument({ code: 'later' }));
    expect(await ways('later')).toEqual([]);
    await held.rooms.campaign(staffDocument({ code: 'staff_ways' }));
    expect((await ways('staff_ways')).map(({ agency, ways }) => [agency, ways])).toEqual([['WORKS', []], ['HEALTH', []]]); // prettier-ignore
    expect((await refusalOf(ways('nobody'))).code).toBe('campaign.unknown');
  });

  it('of many places come a page at a time, each once', async () => {
    await held.rooms.sql(
      `insert into centres (id, agency_id, code, channel_type, name_en)
       select gen_random_uuid(), agencies.id, 'c' || at, 'centre', 'C' || at from agencies, generate_series(1, 2500) as at where agencies.code = 'WORKS'`,
    );
    const places = Array.from({ length: 2_500 }, (_, at) => ({ agency: 'WORKS', centre: `c${at + 1}` }));
    await held.rooms.campaign(campaignDocument({ code: 'wide', places }));
    const pages: number[] = [];
    const centres: (string | null)[] = [];
    for await (const some of held.rooms.get(CampaignWays).all('wide')) {
      pages.push(some.length);
      centres.push(...some.map(({ centre }) => centre));
    }
    expect([pages, centres]).toEqual([[1_000, 1_000, 500], places.map(({ centre }) => centre)]);
  });
});
