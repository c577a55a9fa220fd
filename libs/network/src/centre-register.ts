import { Problem, type Fault } from '#contract';
import { openTable, textFrom, type SoundRow } from '#spreadsheets';
import type { NamedCentre } from './centre.queries.js';
import { agencyCodePattern, longestName } from './network.queries.js';

const needed = ['code', 'agency', 'channel_type', 'name_en', 'name_ar'] as const;

type Column = (typeof needed)[number] | 'opens_on' | 'closes_on';

/** What a register may not quietly change of a centre: what was captured at it would be judged as another's. */
export interface KnownCentre {
  readonly channelType: string;
  /** Whose it was registered as, and all that went on from there. */
  readonly agencies: ReadonlySet<string>;
}

/** The centres a table names, and what cannot be read in it. A register of centres is short enough to be held whole. */
export async function readCentres(
  file: string,
  agencies: ReadonlySet<string>,
  known: ReadonlyMap<string, KnownCentre>,
): Promise<{ rows: NamedCentre[]; faults: Fault[] }> {
  const { header, rows: lines } = await openTable(file);
  const absent = needed.filter((column) => !header.includes(column));
  if (absent.length > 0) {
    const params = { columns: absent.join(', '), found: header.slice(0, 100).join(', ') };
    throw new Problem('import.columnsMissing', { params });
  }
  const rows: NamedCentre[] = [];
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  for await (const row of lines) {
    if (row.fault) {
      faults.push(row.fault);
      continue;
    }
    const reader = new CentreRow(row, header, faults);
    const centre = reader.centre(agencies);
    const earlier = seen.get(centre.code);
    if (centre.code !== '' && earlier !== undefined) reader.fault('code', 'twice', { line: earlier });
    reader.holdAgainst(centre, known.get(centre.code));
    seen.set(centre.code, earlier ?? row.line);
    rows.push(centre);
  }
  return { rows, faults };
}

/** One line of the register, collecting what is wrong with it. */
class CentreRow {
  constructor(
    private readonly row: SoundRow,
    private readonly header: readonly string[],
    private readonly faults: Fault[],
  ) {}

  centre(agencies: ReadonlySet<string>): NamedCentre {
    const agency = this.coded('agency', agencyCodePattern, 'A–Z a–z 0–9 . _ -');
    if (agency !== '' && !agencies.has(agency)) this.fault('agency', 'unknown');
    const [opensOn, closesOn] = [this.day('opens_on'), this.day('closes_on')];
    if (opensOn && closesOn && opensOn > closesOn) this.fault('closes_on', 'contradicts', { stored: opensOn });
    return {
      code: this.coded('code', agencyCodePattern, 'A–Z a–z 0–9 . _ -'),
      agency,
      channelType: this.coded('channel_type', /^[a-z][a-z0-9_]{0,63}$/, 'a–z 0–9 _'),
      nameEn: this.name('name_en'),
      nameAr: this.name('name_ar'),
      opensOn,
      closesOn,
    };
  }

  /** A known centre stays what it is. */
  holdAgainst({ agency, channelType }: NamedCentre, known: KnownCentre | undefined): void {
    if (!known) return;
    if (!known.agencies.has(agency)) this.fault('agency', 'contradicts', { stored: [...known.agencies].join(', ') });
    if (known.channelType !== channelType) this.fault('channel_type', 'contradicts', { stored: known.channelType });
  }

  fault(where: Column, reason: Fault['reason'], params?: Fault['params']): void {
    const value = this.row.text(where).slice(0, 200);
    this.faults.push({ where, line: this.row.line, value, reason, ...(params ? { params } : {}) });
  }

  private coded(column: Column, pattern: RegExp, expected: string): string {
    const text = this.text(column);
    if (text === null) this.fault(column, 'missing');
    else if (!pattern.test(text)) this.fault(column, 'notAllowedCharacters', { expected });
    return text ?? '';
  }

  private name(column: Column): string | null {
    const text = this.text(column);
    if (text !== null && text.length > longestName) this.fault(column, 'tooLong', { max: longestName });
    return text;
  }

  private day(column: Column): string | null {
    const text = this.text(column);
    if (text === null) return null;
    const isDay = /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text);
    if (!isDay) this.fault(column, 'invalid', { expected: '2026-01-31' });
    return isDay ? text : null;
  }

  private text(column: Column): string | null {
    if (!this.header.includes(column)) return null;
    const read = textFrom(this.row.text(column));
    if (read.kind === 'fault') this.fault(column, read.reason);
    return read.kind === 'text' ? read.value : null;
  }
}
