import type { Browser, Page } from 'puppeteer';
import { jpegOf } from '../media/pictures.js';
import { sheet } from '../visits/visit-documents.js';
import {
  enrol,
  enterPin,
  inPage,
  inStore,
  kill,
  newProfile,
  seen,
  stage,
  tabletBrowser,
  until,
} from '../tablet/tablet-browser.js';
import { pin } from '../tablet/tablet-home.js';
import { FieldLedger, type OnTablet } from './field-ledger.js';
import type { FieldOffice } from './field-office.js';

/** What the page tells of a draft once it is durable. */
type Told = (what: 'kept' | 'finishing' | 'finished', id: string, remark: string, photos: readonly string[]) => void;

/**
 * Every save and every end of a draft is told once the tablet has said that it is on the disk; `finishing`: before that. Told
 * over the line to the browser, in order: what a kill cuts off was not acknowledged to anybody.
 */
const telling = `(() => {
  const { store } = tablet.stage;
  const about = (draft) => [draft.id, draft.sheet.answers.greeting?.comment ?? '', draft.photos.map(({ hash }) => hash)];
  const { save, finish } = Object.getPrototypeOf(store);
  store.save = async (draft) => {
    await save.call(store, draft);
    told('kept', ...about(draft));
  };
  store.finish = async (draft) => {
    await told('finishing', ...about(draft));
    await finish.call(store, draft);
    told('finished', ...about(draft));
  };
})()`;

/** What the tablet holds, read with the keys that the PIN opened. */
const all = `
  const { drafts, waiting, sent } = store.state;
  const ofDraft = ({ id, sheet, photos }) => ({ id, remark: sheet.answers.greeting?.comment ?? '', photos: photos.map(({ hash }) => hash) });
  const held = {
    drafts: drafts.map(ofDraft),
    waiting: waiting.map(({ id, body }) => ofDraft({ ...JSON.parse(body), id })),
    sent: sent.map(({ id, receipt }) => ({ id, hash: receipt.hash })),
  };
  const lostPhotos = [];
  for (const hash of [...held.drafts, ...held.waiting].flatMap(({ photos }) => photos))
    if ((await store.photo(hash)) === null) lostPhotos.push(hash);
  return { ...held, lostPhotos };`;

/** Goes on with drafts or begins new ones: a remark grows, photos are kept, the visit is finished; so many times. */
const fieldWork = `
  const decode = (photo) => Uint8Array.from(atob(photo), (one) => one.charCodeAt(0));
  for (let times = 0; times < given.times; times++) {
    const open = store.state.work.assignments.find(({ id }) =>
      !store.state.waiting.some(({ assignment }) => assignment === id) && !store.state.sent.some(({ assignment }) => assignment === id));
    if (!open) throw new Error('no visit is left to make');
    let draft = await store.begin(open.id);
    const earlier = draft.sheet.answers.greeting?.comment ?? '';
    for (let end = 1; end <= 4; end++) {
      const greeting = { value: 'yes', comment: earlier + given.words.slice(0, end) };
      draft = { ...draft, sheet: { answers: { ...given.sheet.answers, greeting } } };
      await store.save(draft);
    }
    for (const photo of given.photos.slice(2 * times, 2 * times + 2)) {
      const kept = await store.keepPhoto(decode(photo));
      draft = { ...draft, photos: [...draft.photos, { ...kept, takenAt: new Date().toISOString(), blurred: false }] };
      await store.save(draft);
    }
    await store.finish(draft);
  }`;

/** A tablet in the hands of somebody who works while it dies again and again. */
export class FieldTablet {
  readonly ledger = new FieldLedger();
  /** How long a keystroke took to be on the disk, in ms. */
  readonly keyMs: number[] = [];
  /** What it held when it was looked at last. */
  held: OnTablet = { drafts: [], waiting: [], sent: [], lostPhotos: [] };
  private seed = 0;
  private acknowledged: () => void = () => undefined;

  private constructor(
    private readonly office: FieldOffice,
    private readonly profile: string,
    private browser: Browser,
    public page: Page,
  ) {}

  static async enrolled(office: FieldOffice): Promise<FieldTablet> {
    const profile = await newProfile();
    const browser = await tabletBrowser(profile);
    const page = await browser.newPage();
    const tablet = new FieldTablet(office, profile, browser, page);
    await enrol(page, office.front.url, await office.code(), pin);
    await until(page, 'state.work?.assignments.length === given', office.visits);
    await tablet.listen();
    return tablet;
  }

  /** Ends the browser as a flat battery does. */
  async dies(): Promise<void> {
    await kill(this.browser);
  }

  /** Switched on again, before there is a network; opened with the PIN. `prepare` is done before the notes are opened. */
  async starts(prepare: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<void> {
    this.browser = await tabletBrowser(this.profile);
    this.page = await this.browser.newPage();
    await prepare(this.page);
    await this.page.goto(`${this.office.front.url}/tablet/`);
    await this.opens();
  }

  /** The PIN. */
  async opens(): Promise<void> {
    await enterPin(this.page, pin);
    await stage(this.page, 'open');
    await this.listen();
  }

  /** Everything that was lost or doubled, seen with the network cut. */
  async wrong(): Promise<readonly string[]> {
    // The tablet first: what it lets go in between has arrived before.
    this.held = await inStore<OnTablet>(this.page, all);
    return this.ledger.wrong(this.held, await this.office.arrived());
  }

  /** Waits until the home screen shows each visit that is not sent: those begun and those that wait. */
  async showsUnsent(): Promise<void> {
    await until(
      this.page,
      `document.querySelectorAll('#drafts .card').length === state.drafts.length &&
       document.querySelectorAll('#waiting .card').length === state.waiting.length`,
    );
  }

  /** Fills and finishes so many visits, as fast as the tablet can. */
  async works(times: number, photoBytes: number): Promise<void> {
    const photos = Array.from({ length: 2 * times }, () => jpegOf(photoBytes, (this.seed += 1)).toString('base64'));
    await inStore(this.page, fieldWork, { times, photos, words: 'نعم.', sheet: sheet() });
  }

  /** Opens a visit on the screen and types, each key when the one before it is on the disk. */
  async types(text: string): Promise<void> {
    const { page } = this;
    await inStore(
      page,
      `const { drafts, work, waiting } = store.state;
       if (drafts.length > 0) return;
       const open = work.assignments.find(({ id, state }) => state === 'assigned' && !waiting.some((one) => one.assignment === id));
       if (open) await store.begin(open.id);`,
    );
    await click(page, '#drafts .card .primary');
    await page.waitForSelector('.capture');
    await seen(
      page,
      `document.querySelector('fieldset[id="answers.greeting"]') || document.querySelector('.dock button:last-of-type').click()`,
    );
    await click(page, 'fieldset[id="answers.greeting"] input[value="no"]');
    const field = await page.waitForSelector('fieldset[id="answers.greeting"] textarea');
    await field?.click();
    await page.keyboard.press('End');
    const id = await inPage<string>(page, 'tablet.stage.store.state.drafts[0].id');
    let remark = await inPage<string>(page, `document.querySelector('fieldset[id="answers.greeting"] textarea').value`);
    for (const key of text) {
      const since = performance.now();
      this.ledger.typed(id, (remark += key));
      const kept = new Promise<void>((resolve) => {
        this.acknowledged = () => this.ledger.visits.get(id)?.kept === remark && resolve();
        this.browser.once('disconnected', () => resolve());
      });
      await page.keyboard.sendCharacter(key);
      await kept;
      if (!this.browser.connected) return;
      this.keyMs.push(performance.now() - since);
    }
  }

  /** Waits until nothing waits any more. */
  async sendsAll(timeout: number): Promise<void> {
    await until(
      this.page,
      'state.online || dispatchEvent(new Event("online")), state.waiting.length === 0',
      null,
      timeout,
    );
  }

  private async listen(): Promise<void> {
    const { ledger } = this;
    const told: Told = (what, id, remark, photos) => {
      if (what === 'kept') ledger.kept(id, remark, photos);
      else if (what === 'finishing') ledger.finishing(id);
      else ledger.finished(id);
      this.acknowledged();
    };
    // One binding a page: it outlives reloads, the store does not.
    await this.page.exposeFunction('told', told).catch(() => undefined);
    await this.page.evaluate(telling);
  }
}

async function click(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
}
