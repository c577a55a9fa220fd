import type { SurveyForm } from '../../api/src/surveys/kiosk/survey-form.js';
import { button, el } from './element.js';
import { FullScreen } from './full-screen.js';
import { noticeScreen } from './screens/notice.js';
import { Sender } from './sending/sender.js';
import { askForm } from './sending/server.js';
import { StaffDesk } from './staff-desk.js';
import type { KioskStore } from './store/kiosk-store.js';
import { SurveyRun } from './survey/survey-run.js';
import type { Words } from './words.js';

const heartbeatMs = 300_000;
const firstTryMs = 10_000;

/** One device: the survey in front, what staff need behind the PIN, and the sending beside both. */
export class Kiosk {
  private run: SurveyRun | null = null;
  /** Why there is no survey just now, in the words of the server. */
  private closed: string | null = null;
  /** Whether staff are at it, or it is not set up: the survey does not come by itself. */
  private isHeld = false;
  private isStale = false;
  private readonly full = new FullScreen();
  private readonly sender: Sender;
  private readonly desk: StaffDesk;

  constructor(
    private readonly store: KioskStore,
    private readonly code: string,
    /** In the language of the device; a survey speaks the language of whoever answers. */
    private readonly deviceWords: Words,
    private readonly show: (words: Words, screen: HTMLElement) => void,
    private readonly lookForNewer: () => void,
  ) {
    this.sender = new Sender(
      store,
      () => this.words.frame,
      () => this.reached(),
    );
    this.desk = new StaffDesk({
      store,
      sender: this.sender,
      show,
      onReturn: () => this.survey(),
      onLeave: () => this.leave(),
    });
  }

  /** From what is kept here first; the server is asked beside it. */
  async start(): Promise<void> {
    await this.keepUnfinished();
    const form = await this.store.kept('form');
    if (form?.code === this.code) await this.take(form);
    else this.notice('kiosk.loading');
    addEventListener('online', () => this.online());
    document.addEventListener('click', (event) => this.touched(event));
    document.addEventListener('contextmenu', (event) => event.preventDefault());
    this.sender.now();
    await this.beat();
  }

  /** There is a newer version of this application. */
  stale(): void {
    this.isStale = true;
  }

  private get words(): Words {
    return this.run?.words ?? this.deviceWords;
  }

  /** The device lost its power in the middle of an answer. */
  private async keepUnfinished(): Promise<void> {
    const draft = await this.store.kept('draft');
    if (!draft) return;
    const repeatedTaps = (await this.store.kept('repeated')) ?? 0;
    const sent = { ...draft.sent, ...(repeatedTaps > 0 && { repeatedTaps }) };
    await (draft.isEnough ? this.store.finish({ ...draft, sent }) : this.store.dropDraft());
  }

  private online(): void {
    this.sender.now();
    void this.look();
  }

  private touched(event: MouseEvent): void {
    const isStaff = event.target instanceof Element && event.target.closest('.staff') !== null;
    if (!this.isHeld && !isStaff) this.run?.touched(event);
  }

  /** The sign of life, for ever. */
  private async beat(): Promise<void> {
    await this.look();
    this.lookForNewer();
    setTimeout(() => void this.beat(), this.run ? heartbeatMs : firstTryMs);
  }

  private async look(): Promise<void> {
    const answer = await askForm(this.code, this.words.frame);
    if (answer.kind === 'unreachable') return this.alone();
    this.reached();
    if (answer.kind === 'closed') this.close(answer.title);
    // Answers by another way in need a page of their own; here they would all be suspected.
    else if (answer.form.way !== 'kiosk') this.close(this.words.say('kiosk.noCode'));
    else await this.take(answer.form);
  }

  /** Without the server: what is kept here is asked, until its end by the clock of this device. */
  private alone(): void {
    if (!this.run) this.notice('kiosk.offline');
    else if (this.closed === null && Date.now() >= Date.parse(this.run.closes)) this.close('');
  }

  private reached(): void {
    this.store.keep('contact', Date.now()).catch(() => undefined);
  }

  private close(title: string): void {
    const isNew = this.closed !== title;
    this.closed = title;
    if (isNew && !this.isHeld) void Promise.resolve(this.run?.stop()).then(() => this.survey());
  }

  private async take(form: SurveyForm): Promise<void> {
    // Without the stamp: a device mints its own ids.
    await this.store.keep('form', form).catch(() => this.failed());
    const wasClosed = this.closed !== null;
    this.closed = form.short ? null : this.words.say('kiosk.unfit');
    if (this.run) this.run.renew(form);
    else if (form.short) this.run = await this.newRun(form);
    else return this.survey();
    if (this.isHeld) return;
    if (!(await this.desk.isSetUp())) this.setUp();
    else if (!this.isShown || wasClosed) this.survey();
  }

  private isShown = false;

  private async newRun(form: SurveyForm): Promise<SurveyRun> {
    const parts = {
      store: this.store,
      show: this.show,
      onStaff: () => this.staff(),
      onFinished: () => this.sender.wake(),
      onIdle: () => this.isStale && location.reload(),
      onFailed: () => this.failed(),
    };
    return new SurveyRun(parts, form, (await this.store.kept('repeated')) ?? 0);
  }

  private setUp(): void {
    this.isHeld = true;
    this.desk.choose(this.deviceWords, () => {
      void navigator.storage.persist();
      this.survey();
    });
  }

  private survey(): void {
    this.isHeld = false;
    this.isShown = true;
    this.full.want();
    if (this.run && this.closed === null) this.run.begin();
    else this.notice('kiosk.closed', this.closed ?? '');
  }

  private staff(): void {
    this.isHeld = true;
    const { words } = this;
    void Promise.resolve(this.run?.stop()).then(() => this.desk.enter(words, this.code));
  }

  private leave(): void {
    this.isHeld = true;
    this.full.letGo();
    const { words } = this;
    const start = button(words.say('kiosk.start'), () => this.survey(), 'primary');
    this.show(words, noticeScreen(words, words.say('kiosk.left'), [start]));
  }

  private failed(): void {
    this.notice('kiosk.cannotKeep');
  }

  private notice(key: Parameters<Words['say']>[0], more = ''): void {
    const { words } = this;
    const staff = this.isShown ? () => this.staff() : null;
    this.show(words, noticeScreen(words, words.say(key), more ? [el('p', { class: 'help' }, more)] : [], staff));
  }
}
