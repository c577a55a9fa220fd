import type { SentResponse } from '#campaigns';
import type { ShortSurvey, SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';
import { el } from '../element.js';
import { facesScreen } from '../screens/faces.js';
import { framed, heading, type Frame } from '../screens/frame.js';
import { stepScreen } from '../screens/step.js';
import type { Draft, KioskStore } from '../store/kiosk-store.js';
import { Words } from '../words.js';
import { QuietTime, type Before } from './quiet-time.js';
import { isEnough, sheetOf, stepsAfter, tapped, type Sitting } from './sitting.js';

/** What a survey on this device needs of the rest of it. */
export interface RunParts {
  readonly store: KioskStore;
  readonly show: (words: Words, screen: HTMLElement) => void;
  readonly onStaff: () => void;
  /** An answer waits to be sent. */
  readonly onFinished: () => void;
  /** The faces are there again: nobody is in the middle of anything. */
  readonly onIdle: () => void;
  /** Nothing can be kept on this device. */
  readonly onFailed: () => void;
}

const idleMs = 30_000;
const thanksMs = 5_000;

/** One customer after the other: faces, reasons, thanks, faces. Everything that is tapped is on the disk before it is shown. */
export class SurveyRun {
  private sitting: Sitting | null = null;
  private chosen: string | null = null;
  private coming: SurveyForm | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();
  private isThanking = false;
  private readonly quiet = new QuietTime(() => performance.now());

  constructor(
    private readonly parts: RunParts,
    private form: SurveyForm,
    /** Taps that were ignored since the last answer was finished. */
    private repeated: number,
  ) {}

  get words(): Words {
    return new Words(this.chosen ?? this.form.languages[0] ?? 'ar', this.form.numerals);
  }

  /** When the campaign ends, as it was last told. */
  get closes(): string {
    return (this.coming ?? this.form).closes;
  }

  begin(): void {
    this.faces('nothing');
  }

  /** A newer form; it is used from the next customer on. */
  renew(form: SurveyForm): void {
    this.coming = form;
  }

  /** Somebody touched the device. */
  touched(event: MouseEvent): void {
    if (this.isThanking && event.detail !== 2) this.countRepeated();
    else if (!this.isThanking) this.waitForIdle();
  }

  /** The survey ends for now: who was in the middle of it is taken as having gone. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.isThanking = false;
    await this.endSitting();
  }

  private get short(): ShortSurvey {
    const { short } = this.form;
    if (!short) throw new Error('this instrument has no faces');
    return short;
  }

  private frame(): Frame {
    return {
      words: this.words,
      form: this.form,
      onLanguage: (tag) => this.speak(tag),
      onStaff: () => this.parts.onStaff(),
    };
  }

  private show(screen: HTMLElement): void {
    this.parts.show(this.words, screen);
  }

  private faces(before: Before): void {
    clearTimeout(this.timer);
    this.isThanking = false;
    this.form = this.coming ?? this.form;
    this.coming = null;
    this.quiet.begin(before);
    this.show(facesScreen(this.frame(), (code, event) => this.chooseFace(code, event)));
    if (this.chosen === null) this.parts.onIdle();
    else this.waitForIdle();
  }

  private chooseFace(face: string, event: MouseEvent): void {
    // A face that is tapped twice before the next screen stands there.
    if (this.sitting) return this.countRepeated();
    if (!this.counts(event)) return;
    this.sitting = { id: crypto.randomUUID(), face, picks: {}, at: 0 };
    this.keepDraft();
    if (stepsAfter(this.short, face).length === 0) void this.finish();
    else this.step('face');
  }

  private step(before: Before): void {
    const { sitting } = this;
    if (!sitting) return;
    const steps = stepsAfter(this.short, sitting.face);
    const item = steps[sitting.at];
    if (!item) return;
    this.quiet.begin(before);
    this.waitForIdle();
    const step = {
      item,
      at: sitting.at + 1,
      of: steps.length,
      picks: sitting.picks[item.code] ?? [],
      onOption: (code: string, event: MouseEvent) => this.choose(item, code, event),
      onNext: (event: MouseEvent) => this.counts(event) && this.next(),
      onBack: (event: MouseEvent) => this.counts(event) && this.back(),
    };
    this.show(stepScreen(this.frame(), step));
  }

  private choose(item: Parameters<typeof tapped>[0], option: string, event: MouseEvent): readonly string[] | null {
    const { sitting } = this;
    if (!sitting || !this.counts(event)) return null;
    const picks = tapped(item, sitting.picks[item.code] ?? [], option);
    this.sitting = { ...sitting, picks: { ...sitting.picks, [item.code]: picks } };
    this.keepDraft();
    if (item.type !== 'choices') this.next();
    return picks;
  }

  private next(): void {
    const { sitting } = this;
    if (!sitting) return;
    if (sitting.at + 1 >= stepsAfter(this.short, sitting.face).length) return void this.finish();
    this.sitting = { ...sitting, at: sitting.at + 1 };
    this.step('step');
  }

  private back(): void {
    const { sitting } = this;
    if (!sitting) return;
    if (sitting.at > 0) {
      this.sitting = { ...sitting, at: sitting.at - 1 };
      return this.step('step');
    }
    this.sitting = null;
    this.save(() => this.parts.store.dropDraft());
    this.faces('step');
  }

  private async finish(): Promise<void> {
    clearTimeout(this.timer);
    if (!(await this.endSitting())) return;
    const { words } = this;
    this.isThanking = true;
    this.show(framed(this.frame(), 'thanks', heading(words.say('kiosk.thanks')), el('p', { class: 'help' }, words.say('kiosk.thanksLead')))); // prettier-ignore
    this.after(thanksMs, () => {
      this.chosen = null;
      this.faces('thanks');
    });
  }

  /** What was given so far goes out, if it may as it is; else it is gone, as its giver is. Says whether all of it could be kept. */
  private async endSitting(): Promise<boolean> {
    const { sitting } = this;
    if (!sitting) return true;
    this.sitting = null;
    const draft = this.draftOf(sitting);
    if (draft.isEnough) this.repeated = 0;
    this.save(() => (draft.isEnough ? this.parts.store.finish(draft) : this.parts.store.dropDraft()));
    try {
      await this.saving;
    } catch {
      return false;
    }
    if (draft.isEnough) this.parts.onFinished();
    return true;
  }

  private speak(tag: string): void {
    this.chosen = tag;
    if (this.isThanking) return;
    if (this.sitting) this.step('nothing');
    else this.faces('nothing');
  }

  private waitForIdle(): void {
    this.after(idleMs, () => void this.goneAway());
  }

  /** One thing is waited for at a time. */
  private after(ms: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, ms);
  }

  private async goneAway(): Promise<void> {
    await this.endSitting();
    this.chosen = null;
    this.faces('nothing');
  }

  /** Whether a tap chooses; one that only hits again is counted. */
  private counts(event: MouseEvent): boolean {
    const meaning = this.quiet.meaningOf(event);
    if (meaning === 'repeated') this.countRepeated();
    return meaning === 'choice';
  }

  private countRepeated(): void {
    this.repeated = Math.min(10_000, this.repeated + 1);
    const { repeated } = this;
    this.save(() => this.parts.store.keep('repeated', repeated));
  }

  private keepDraft(): void {
    const { sitting } = this;
    if (!sitting) return;
    const draft = this.draftOf(sitting);
    this.save(() => this.parts.store.keep('draft', draft));
  }

  private draftOf(sitting: Sitting): Draft {
    const { form, words, repeated } = this;
    // No seconds: they are judged by how long the whole questionnaire takes, and a kiosk asks a part of it.
    const sent: SentResponse = {
      schema: 'nujoom.response/1',
      code: form.code,
      language: words.language,
      consent: form.consent.version,
      ...(repeated > 0 && { repeatedTaps: repeated }),
      sheet: sheetOf(this.short, sitting),
    };
    return { id: sitting.id, at: Date.now(), sent, isEnough: isEnough(this.short, sitting) };
  }

  /** One change after the other, in their order. What cannot be kept is said; later changes are tried all the same. */
  private save(change: () => Promise<void>): void {
    const next = this.saving.catch(() => undefined).then(change);
    next.catch(() => this.parts.onFailed());
    this.saving = next;
  }
}
