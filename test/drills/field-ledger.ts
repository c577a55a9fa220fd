import type { Arrived } from './field-office.js';

/** What a tablet shows of itself. */
export interface OnTablet {
  readonly drafts: readonly { readonly id: string; readonly remark: string; readonly photos: readonly string[] }[];
  readonly waiting: readonly { readonly id: string; readonly remark: string; readonly photos: readonly string[] }[];
  /** Of which it has the receipt. */
  readonly sent: readonly { readonly id: string; readonly hash: string }[];
  /** Hashes that drafts or waiting visits name and whose bytes are not there. */
  readonly lostPhotos: readonly string[];
}

/** One visit as its shopper remembers it. */
interface Remembered {
  /** What was typed. */
  typed: string;
  /** As much of it as the tablet had said was kept. */
  kept: string;
  photos: readonly string[];
  finishing: boolean;
  finished: boolean;
}

/** What the shopper remembers of all visits: what the tablet had acknowledged before it went off. */
export class FieldLedger {
  readonly visits = new Map<string, Remembered>();
  /** Keystrokes that were lost, by kill; most are 0. */
  readonly lostKeys: number[] = [];

  typed(id: string, text: string): void {
    this.visit(id).typed = text;
  }

  kept(id: string, text: string, photos: readonly string[]): void {
    const visit = this.visit(id);
    visit.kept = text;
    visit.photos = photos;
    if (visit.typed.length < text.length) visit.typed = text;
  }

  finishing(id: string): void {
    this.visit(id).finishing = true;
  }

  finished(id: string): void {
    this.visit(id).finished = true;
  }

  get finishedCount(): number {
    return [...this.visits.values()].filter(({ finished }) => finished).length;
  }

  /** Everything that is not as it has to be; empty: nothing was lost or doubled. */
  wrong(tablet: OnTablet, office: readonly Arrived[]): readonly string[] {
    const visits = office.map(({ visit }) => visit);
    const doubled = visits
      .filter((visit, at) => visits.indexOf(visit) !== at)
      .map((visit) => `${visit} is there twice`);
    const there = new Map(office.map(({ id, hash }) => [id, hash]));
    const forgotten = tablet.sent
      .filter(({ id, hash }) => there.get(id) !== hash)
      .map(({ id }) => `${id} was let go and ${there.has(id) ? 'is not what was sent' : 'did not arrive'}`);
    const lost = tablet.lostPhotos.map((hash) => `photo ${hash} is not on the tablet`);
    return [...doubled, ...forgotten, ...lost, ...[...this.visits].flatMap((one) => this.wrongOf(one, tablet, office))];
  }

  private wrongOf([id, visit]: [string, Remembered], tablet: OnTablet, office: readonly Arrived[]): readonly string[] {
    const draft = tablet.drafts.find((one) => one.id === id);
    const isSent = tablet.sent.some((one) => one.id === id);
    // What arrived is still on the tablet until its receipt is.
    const left =
      tablet.waiting.find((one) => one.id === id) ?? (isSent ? office.find((one) => one.id === id) : undefined);
    if (draft && (left || visit.finished)) return [`${id} is a draft again`];
    const held = draft ?? left;
    if (!held) return [`${id} is nowhere`];
    const photos = visit.photos.filter((hash) => !held.photos.includes(hash)).map((hash) => `${id} lacks ${hash}`);
    if (!draft)
      return [
        ...photos,
        ...this.wrongText(id, visit, held.remark),
        ...(visit.finishing ? [] : [`${id} left by itself`]),
      ];
    return [...photos, ...this.wrongText(id, visit, held.remark)];
  }

  private wrongText(id: string, visit: Remembered, remark: string): readonly string[] {
    const lost = visit.typed.length - remark.length;
    if (lost > 0) this.lostKeys.push(lost);
    // From here on what is there is what the shopper sees and goes on with.
    const { typed, kept } = visit;
    [visit.typed, visit.kept] = [remark, remark];
    if (remark.startsWith(kept) && lost <= 1) return [];
    return [`${id} reads “${remark}”, kept was “${kept}”, typed “${typed}”`];
  }

  private visit(id: string): Remembered {
    const found = this.visits.get(id);
    if (found) return found;
    const fresh = { typed: '', kept: '', photos: [], finishing: false, finished: false };
    this.visits.set(id, fresh);
    return fresh;
  }
}
