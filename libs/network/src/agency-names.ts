import { Problem, type Fault } from '#contract';
import { openTable, textFrom, type SoundRow, type Table } from '#spreadsheets';
import { agencyCodePattern, longestName, type NamedAgency } from './network.queries.js';

const columns = ['code', 'name_en', 'name_ar', 'group_en', 'group_ar'] as const;
type Column = (typeof columns)[number];

/** The agencies a table names, and what cannot be read in it. A register of agencies is short enough to be held whole. */
export async function readNames(file: string): Promise<{ rows: NamedAgency[]; faults: Fault[] }> {
  const table = await openTable(file);
  requireColumns(table);
  const rows: NamedAgency[] = [];
  const faults: Fault[] = [];
  const lines = new Map<string, number>();
  for await (const row of table.rows) {
    if (row.fault) {
      faults.push(row.fault);
      continue;
    }
    const agency = agencyIn(row, faults);
    const earlier = lines.get(agency.code);
    if (agency.code !== '' && earlier !== undefined) faults.push(faultAt(row, 'code', 'twice', { line: earlier }));
    lines.set(agency.code, earlier ?? row.line);
    rows.push(agency);
  }
  return { rows, faults };
}

function requireColumns({ header }: Table): void {
  const absent = columns.filter((column) => !header.includes(column));
  if (absent.length === 0) return;
  const params = { columns: absent.join(', '), found: header.slice(0, 100).join(', ') };
  throw new Problem('import.columnsMissing', { params });
}

function agencyIn(row: SoundRow, faults: Fault[]): NamedAgency {
  const name = (column: Column): string | null => {
    const text = textIn(row, column, faults);
    if (text !== null && text.length > longestName) faults.push(faultAt(row, column, 'tooLong', { max: longestName }));
    return text;
  };
  const code = textIn(row, 'code', faults);
  if (code === null) faults.push(faultAt(row, 'code', 'missing'));
  else if (!agencyCodePattern.test(code))
    faults.push(faultAt(row, 'code', 'notAllowedCharacters', { expected: 'A–Z a–z 0–9 . _ -' }));
  const [nameEn, nameAr] = [name('name_en'), name('name_ar')];
  return { code: code ?? '', nameEn, nameAr, groupEn: name('group_en'), groupAr: name('group_ar') };
}

function textIn(row: SoundRow, column: Column, faults: Fault[]): string | null {
  const read = textFrom(row.text(column));
  if (read.kind === 'fault') faults.push(faultAt(row, column, read.reason));
  return read.kind === 'text' ? read.value : null;
}

function faultAt(row: SoundRow, where: Column, reason: Fault['reason'], params?: Fault['params']): Fault {
  const value = row.text(where).slice(0, 200);
  return { where, line: row.line, value, reason, ...(params ? { params } : {}) };
}
