import type { VisitReceipt } from '#fieldwork';
import type { Server } from '../server/server.js';
import { answeredInOrder, messagesInOrder, waitingInOrder, type Message, type Outgoing } from '../store/kept.js';
import type { Keeper } from '../store/keeper.js';
import type { TabletState } from '../store/model.js';
import { alone } from '../store/alone.js';
import { afterReceipt, afterTold, afterWork } from './after.js';
import { fetchSurveys } from './fetch-surveys.js';
import { isReceiptFor } from './receipt.js';
import { sendFile } from './send-file.js';
import { noteInterviewRefusal, sendInterview } from './send-interviews.js';
import { setbackOf, type Setback } from './setback.js';

/** What the outbox tells while it works. */
export interface OutboxReports {
  sending(sending: TabletState['sending']): void;
  fileSent(hash: string, bytes: number): void;
}

/** Sends what waits: messages, then one visit at a time, then interviews, then asks for new work. One round; who calls says when. */
export class Outbox {
  /** Counts what has gone: a line that breaks again and again still moves something. */
  moved = 0;

  constructor(
    private readonly keeper: Keeper,
    private readonly server: Server,
    private readonly reports: OutboxReports,
    private readonly stopped: AbortSignal,
  ) {}

  /** One round. Rejected with what stops all of it; what one visit is refused for is noted at it. Whether all went. */
  async round(work: 'withWork' | 'ifNews'): Promise<{ readonly later: number | null }> {
    let news = work === 'withWork';
    let later: number | null = null;
    const put = (setback: Setback | null): void => {
      if (setback?.kind === 'skip') later = Math.max(later ?? 0, setback.retryAfterMs ?? 0);
    };
    for (const message of messagesInOrder(this.keeper.kept)) {
      if (this.stopped.aborted) return { later };
      const setback = await this.tried(async () => {
        await this.tell(message);
        return null;
      });
      news ||= setback?.kind === 'refused';
      put(setback);
    }
    for (const { id } of waitingInOrder(this.keeper.kept)) {
      if (this.stopped.aborted) return { later };
      const setback = await this.tried(() => this.sendById(id));
      if (setback?.kind === 'refused') await this.noteRefusal(id, setback.code, setback.detail);
      news ||= setback === null && !this.keeper.kept.waiting.has(id);
      put(setback);
    }
    this.reports.sending(null);
    for (const { id } of answeredInOrder(this.keeper.kept)) {
      if (this.stopped.aborted) return { later };
      const setback = await this.tried(() => this.sendInterview(id));
      if (setback?.kind === 'refused') await noteInterviewRefusal(this.keeper, id, setback);
      put(setback);
    }
    if (news && !this.stopped.aborted) await this.fetchWork();
    if (work === 'withWork' && !this.stopped.aborted) await this.fetchSurveys();
    return { later };
  }

  private async sendInterview(id: string): Promise<Setback | null> {
    const setback = await sendInterview(this.keeper, this.server, id);
    if (setback === null) this.moved += 1;
    return setback;
  }

  /** An office that does not let this tablet interview, or does not know of it, is no reason to stop. */
  private async fetchSurveys(): Promise<void> {
    await this.tried(async () => {
      await fetchSurveys(this.keeper, this.server, this.stopped);
      return null;
    });
  }

  /** Null when it went; what is wrong with this one alone; everything else is thrown. */
  private async tried(send: () => Promise<Setback | null>): Promise<Setback | null> {
    try {
      return await send();
    } catch (error) {
      const setback = setbackOf(error);
      if (setback?.kind === 'skip' || setback?.kind === 'refused') return setback;
      this.reports.sending(null);
      throw error;
    }
  }

  private async tell(message: Message): Promise<void> {
    try {
      await this.server.tell(message);
    } catch (error) {
      // The office was faster: it is not told again, and the work that comes next shows how things stand.
      if (setbackOf(error)?.kind === 'refused')
        await this.keeper.settle(() => ({ changes: [{ kind: 'message', id: message.id, value: null }] }));
      throw error;
    }
    await this.keeper.settle(() => afterTold(this.keeper.kept, message));
  }

  private async sendById(id: string, again: 'again' | 'first' = 'first'): Promise<Setback | null> {
    const visit = this.keeper.kept.waiting.get(id);
    if (!visit || visit.holdup?.kind === 'refused') return null;
    await this.sendFiles(visit);
    if (!(await this.noteAttempt(id))) return null;
    const receipt = await this.submitted(visit).catch((error: unknown) => {
      const setback = setbackOf(error);
      if (again === 'first' && setback?.kind === 'refused' && setback.code === 'visit.mediaMissing') return null;
      throw error;
    });
    if (!receipt) return this.sendById(id, 'again');
    if (!isReceiptFor(visit, receipt)) return { kind: 'refused', code: 'receiptDiffers', detail: '' };
    await this.keeper.settle(() => afterReceipt(this.keeper.kept, visit, receipt));
    this.moved += 1;
    return null;
  }

  private submitted({ id, body }: Outgoing): Promise<VisitReceipt> {
    return this.server.submit(id, body);
  }

  private async sendFiles({ id, files }: Outgoing): Promise<void> {
    const of = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let before = 0;
    this.reports.sending({ id, bytes: 0, of });
    for (const { hash, bytes } of files) {
      const photo = await this.keeper.photo(hash);
      // Not here any more: then the server has it, or says that it is missing.
      if (photo) {
        await sendFile(this.server, hash, photo, (sent) => {
          this.moved += 1;
          this.reports.fileSent(hash, sent);
          this.reports.sending({ id, bytes: before + sent, of });
        });
      }
      before += bytes;
    }
  }

  /** From here on the server may have it. False when the shopper called it back before. */
  private noteAttempt(id: string): Promise<boolean> {
    return alone('visits', async () => {
      const now = await this.keeper.onDisk({ kind: 'waiting', id });
      if (now?.kind !== 'waiting' || now.value === null) return false;
      const value = { ...now.value, attempted: true, tries: now.value.tries + 1 };
      await this.keeper.note(() => [{ kind: 'waiting', id, value }]);
      return true;
    });
  }

  private noteRefusal(id: string, code: string, detail: string): Promise<void> {
    return this.keeper.note(() => {
      const visit = this.keeper.kept.waiting.get(id);
      if (!visit) return [];
      // A visit refused for what it is was not stored: it can be called back.
      const value: Outgoing = {
        ...visit,
        attempted: visit.attempted && maybeStored.includes(code),
        holdup: { kind: 'refused', code, detail, at: new Date().toISOString() },
      };
      return [{ kind: 'waiting', id, value }];
    });
  }

  private async fetchWork(): Promise<void> {
    const fresh = await this.server.work();
    await this.keeper.note(() => afterWork(this.keeper.kept, fresh).changes);
  }
}

/** Refusals after which the server may hold a report under this id all the same. */
const maybeStored: readonly string[] = ['visit.conflict', 'receiptDiffers'];
