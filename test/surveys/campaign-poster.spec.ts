import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCampaigns } from '../../apps/cli/src/commands/campaign.js';
import { pdfText } from '#printing';
import { CampaignPosters, CampaignWays } from '#surveys';
import { saidBy } from '../commands/said-by.js';
import { campaignDocument, refusalOf, sharedRooms, staffDocument } from './survey-rooms.js';

const held = sharedRooms({ NUJOOM_URL: 'https://survey.example' });
const posters = () => held.rooms.get(CampaignPosters);
const run = (line: string) => saidBy([addCampaigns], held.rooms, line);
const said = (en: string, ar: string) => ({ ar, en });

describe('the poster of a place', () => {
  it('says in both languages who asks, why, how long it takes, and where', async () => {
    const n = await held.rooms.place({ centre: 'gate', service: 'renew' });
    const { name, pdf } = await posters().poster('happiness', { n });
    const { pages, title, language, tagged, embeddedFonts } = await pdfText(pdf);
    expect(name).toBe(`happiness-${n}.pdf`);
    expect([pages.length, title, language, tagged]).toEqual([1, 'كيف كانت خدمتنا؟ · How was our service?', 'ar', true]);
    expect(pages[0]?.width).toBeCloseTo(595, 0);
    expect(embeddedFonts).toEqual(['Vazirmatn-Regular', 'Vazirmatn-SemiBold']);
    const [place] = (await held.rooms.get(CampaignWays).ways('happiness')).filter((one) => one.n === n);
    const address = place?.ways.find(({ way }) => way === 'link')?.address.replace('https://', '');
    const lines = ['مكتب التميز', 'كيف كانت خدمتنا؟', 'تجديد البوابة الأشغال', 'لتحسين خدماتنا.', 'نحو دقيقة واحدة دون ذكر الاسم', address, 'The Excellence Office', 'How was our service?', 'Renewal Gate Works', 'To improve our services.', 'About one minute Anonymous']; // prettier-ignore
    const text = pages[0]?.text ?? '';
    expect(lines.filter((line) => line === undefined || !text.includes(line))).toEqual([]);
  }, 60_000);

  it('stays one page whatever it says, and all of its promises on it', async () => {
    const much = (text: string) => text.repeat(Math.ceil(3_900 / text.length)).slice(0, 3_900);
    const texts = {
      title: said(much('How satisfied are you? '), much('ما مدى رضاكم؟ ')),
      asker: said(much('Office '), much('مكتب ')),
      purpose: said(much('Your answers show us what works. '), much('تُظهر لنا إجاباتكم ما ينجح. ')),
    };
    await held.rooms.campaign(campaignDocument({ code: 'longest', minutes: 0.5, ...texts }));
    const n = await held.rooms.place({ campaign: 'longest', agency: 'WORKS' });
    const { pages } = await pdfText((await posters().poster('longest', { n })).pdf);
    expect(pages).toHaveLength(1);
    const promises = pages[0]?.runs.filter(({ text }) => /Less than a minute|Anonymous|أقل من دقيقة/.test(text)) ?? [];
    expect(promises).toHaveLength(3);
    for (const { y } of promises) expect(y).toBeGreaterThan(20); // points from the lower edge of the paper
  }, 60_000);

  it('is written by the command, by centre and service', async () => {
    const out = join(held.rooms.home, 'poster.pdf');
    expect(await run(`campaign poster happiness --centre gate --out ${out}`)).toBe(`The poster is in ${out}.`);
    expect((await pdfText(readFileSync(out))).pages[0]?.text).toContain('Gate Works');
  }, 60_000);

  it('is refused where there is none', async () => {
    await held.rooms.campaign(staffDocument());
    const n = await held.rooms.place({ campaign: 'staff', agency: 'WORKS' });
    expect((await refusalOf(posters().poster('staff', { n }))).code).toBe('campaign.invitedOnly');
    expect((await refusalOf(posters().poster('happiness', { n }))).code).toBe('campaign.placeUnknown');
    expect((await refusalOf(posters().poster('happiness', { centre: 'gate', service: 'x' }))).code).toBe('campaign.placeUnknown'); // prettier-ignore
    expect((await refusalOf(posters().poster('nobody', { n }))).code).toBe('campaign.unknown');
    expect((await refusalOf(run('campaign poster happiness --centre hall --out x.pdf'))).code).toBe('campaign.placeUnknown'); // prettier-ignore
  });
});
