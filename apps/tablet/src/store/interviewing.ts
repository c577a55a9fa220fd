import type { Keeper } from './keeper.js';
import type { Interview, InterviewStore, NewInterview } from './interview-model.js';
import { answeredBy } from './response-body.js';
import { StoreRefusal } from './store-refusal.js';

/** What screens do about interviews while the vault is open. */
export class Interviewing implements InterviewStore {
  constructor(
    private readonly keeper: Keeper,
    /** Something waits to be sent. */
    private readonly send: () => void,
  ) {}

  async begin(about: NewInterview): Promise<Interview> {
    const at = new Date().toISOString();
    const id = crypto.randomUUID();
    const interview: Interview = { ...about, id, sheet: { answers: {} }, startedAt: at, changedAt: at, page: 0 };
    await this.keeper.write(() => ({ changes: [{ kind: 'interview', id, value: interview }] }));
    return interview;
  }

  save(interview: Interview): Promise<void> {
    return this.keeper.save({ kind: 'interview', id: interview.id, value: interview });
  }

  drop(id: string): Promise<void> {
    return this.keeper.write(() => ({ changes: [{ kind: 'interview', id, value: null }] }));
  }

  async finish(interview: Interview): Promise<void> {
    const { id } = interview;
    await this.keeper.write(() => {
      if (!this.keeper.kept.interview.has(id)) throw new StoreRefusal('unknown');
      const answered = answeredBy(interview, new Date().toISOString());
      if (!answered) throw new StoreRefusal('incomplete');
      return {
        changes: [
          { kind: 'answered', id, value: answered },
          { kind: 'interview', id, value: null },
        ],
      };
    });
    this.send();
  }
}
