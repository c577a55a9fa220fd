import type { ShortItem } from '../../../api/src/surveys/kiosk/survey-form.js';
import type { Step } from '../screens/step.js';
import type { Before } from './quiet-time.js';
import { tapped, type Sitting } from './sitting.js';

/** What the questions of one customer need of the survey they stand in. */
export interface QuestionParts {
  readonly show: (step: Step, before: Before) => void;
  /** Whether a tap chooses. */
  readonly counts: (event: MouseEvent) => boolean;
  /** Something was chosen. */
  readonly onChosen: (sitting: Sitting) => void;
  /** The last one is done with. */
  readonly onEnd: () => void;
  /** Back from the first one, to the faces. */
  readonly onBack: () => void;
}

/** The questions after a face, one at a time, forth and back. */
export class Questions {
  private isOver = false;

  constructor(
    private sitting: Sitting,
    private readonly items: readonly ShortItem[],
    private readonly parts: QuestionParts,
  ) {}

  /** Nobody answers any more, though the screen stands until all is kept. @returns what was tapped; null: it was over before */
  end(): Sitting | null {
    if (this.isOver) return null;
    this.isOver = true;
    return this.sitting;
  }

  /** Shows the question that is open; without any it ends at once. */
  show(before: Before): void {
    const { items, sitting, parts } = this;
    const item = items[sitting.at];
    if (!item) return parts.onEnd();
    const step: Step = {
      item,
      at: sitting.at + 1,
      of: items.length,
      picks: sitting.picks[item.code] ?? [],
      onOption: (code, event) => (this.counts(event) ? this.choose(item, code) : null),
      onNext: (event) => this.counts(event) && this.next(),
      onBack: (event) => this.counts(event) && this.back(),
    };
    parts.show(step, before);
  }

  private counts(event: MouseEvent): boolean {
    return !this.isOver && this.parts.counts(event);
  }

  private choose(item: ShortItem, option: string): readonly string[] {
    const picks = tapped(item, this.sitting.picks[item.code] ?? [], option);
    this.sitting = { ...this.sitting, picks: { ...this.sitting.picks, [item.code]: picks } };
    this.parts.onChosen(this.sitting);
    if (item.type !== 'choices') this.next();
    return picks;
  }

  private next(): void {
    const at = this.sitting.at + 1;
    if (at >= this.items.length) return this.parts.onEnd();
    this.sitting = { ...this.sitting, at };
    this.show('step');
  }

  private back(): void {
    if (this.sitting.at === 0) return this.parts.onBack();
    this.sitting = { ...this.sitting, at: this.sitting.at - 1 };
    this.show('step');
  }
}
