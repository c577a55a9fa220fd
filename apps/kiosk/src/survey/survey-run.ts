import type { SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';
import { el } from '../element.js';
import { facesScreen } from '../screens/faces.js';
import { framed, heading, type Frame } from '../screens/frame.js';
import { stepScreen, type Step } from '../screens/step.js';
import type { KioskStore } from '../store/kiosk-store.js';
import { Words } from '../words.js';
import type { Asked } from './draft.js';
import { Questions } from './questions.js';
import { QuietTime, type Before } from './quiet-time.js';
import { SittingKeeper } from './sitting-keeper.js';
import { shortOf, stepsAfter, type Sitting } from './sitting.js';

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
  /** Of who sits here; null: nobody has tapped a face. */
  private questions: Questions | null = null;
  private chosen: string | null = null;
  private coming: SurveyForm | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isThanking = false;
  private readonly quiet = new QuietTime(() => performance.now());
  private readonly keeper: SittingKeeper;

  /** @param repeated taps that were ignored since the last answer was finished */
  constructor(
    private readonly parts: RunParts,
    private form: SurveyForm,
    repeated: number,
  ) {
    this.keeper = new SittingKeeper(parts.store, repeated, () => parts.onFailed());
  }

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
    if (this.isThanking && event.detail !== 2) this.keeper.countRepeated();
    else if (!this.isThanking) this.waitForIdle();
  }

  /** The survey ends for now: who was in the middle of it is taken as having gone. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.isThanking = false;
    await this.endSitting();
  }

  private get asked(): Asked {
    return { form: this.form, language: this.words.language };
  }

  private get frame(): Frame {
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
    this.show(facesScreen(this.frame, (code, event) => this.chooseFace(code, event)));
    if (this.chosen === null) this.parts.onIdle();
    else this.waitForIdle();
  }

  private chooseFace(face: string, event: MouseEvent): void {
    // A face that is tapped twice before the next screen stands there, also where its answer is all that is asked.
    if (this.questions) return this.keeper.countRepeated();
    if (!this.counts(event)) return;
    const sitting: Sitting = { id: crypto.randomUUID(), face, picks: {}, at: 0 };
    this.keeper.keep(this.asked, sitting);
    this.questions = new Questions(sitting, stepsAfter(shortOf(this.form), face), {
      show: (step, before) => this.question(step, before),
      counts: (tap) => this.counts(tap),
      onChosen: (given) => this.keeper.keep(this.asked, given),
      onEnd: () => void this.finish(),
      onBack: () => this.backToFaces(),
    });
    this.questions.show('face');
  }

  private question(step: Step, before: Before): void {
    this.quiet.begin(before);
    this.waitForIdle();
    this.show(stepScreen(this.frame, step));
  }

  private backToFaces(): void {
    this.questions = null;
    this.keeper.drop();
    this.faces('step');
  }

  private async finish(): Promise<void> {
    clearTimeout(this.timer);
    if (!(await this.endSitting())) return;
    const { words } = this;
    this.isThanking = true;
    this.show(framed(this.frame, 'thanks', heading(words.say('kiosk.thanks')), el('p', { class: 'help' }, words.say('kiosk.thanksLead')))); // prettier-ignore
    this.after(thanksMs, () => {
      this.chosen = null;
      this.faces('thanks');
    });
  }

  /** Nobody sits here any more. Says whether what was given could be kept. */
  private async endSitting(): Promise<boolean> {
    const given = this.questions?.end();
    if (!given) return true;
    const ended = await this.keeper.end(this.asked, given);
    this.questions = null;
    if (ended === 'waits') this.parts.onFinished();
    return ended !== 'failed';
  }

  private speak(tag: string): void {
    this.chosen = tag;
    if (this.isThanking) return;
    if (this.questions) this.questions.show('nothing');
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
    if (meaning === 'repeated') this.keeper.countRepeated();
    return meaning === 'choice';
  }
}
