import { Problem, type Fault } from '#contract';
import { openTable, textFrom } from '#spreadsheets';
import { agencyCodePattern, type NamedAgency } from './network.queries.js';

const columns = ['code', 'name_en', 'name_ar', 'group_en', 'group_ar'] as const;

/** The agencies a table names, and what cannot be read in it. A register of agencies is short enough to be held whole. */
export async function readNames(file: string): Promise<{ rows: NamedAgency[]; faults: Fault[] }> {
  const table = await openTable(file);
  const absent = columns.filter((column) => !table.header.includes(column));
  if (absent.length > 0) {
    throw new Problem('import.columnsMissing', {
      params: { columns: absent.join(', '), found: table.header.join(', ') },
    });
  }
  const rows = new Map<string, NamedAgency>();
  const lines = new Map<string, number>();
  const faults: Fault[] = [];
  for await (const row of table.rows) {
    if (row.fault) {
      faults.push(row.fault);
      continue;
    }
    const [code, nameEn, nameAr, groupEn, groupAr] = columns.map((column) => {
      const read = textFrom(row.text(column));
      return read.kind === 'text' ? read.value : null;
    });
    const earlier = lines.get(code ?? '');
    if (!code || !agencyCodePattern.test(code))
      faults.push({
        where: 'code',
        line: row.line,
        value: code ?? '',
        reason: 'notAllowedCharacters',
        params: { expected: 'A–Z a–z 0–9 . _ -' },
      });
    else if (earlier !== undefined)
      faults.push({ where: 'code', line: row.line, value: code, reason: 'twice', params: { line: earlier } });
    else {
      lines.set(code, row.line);
      rows.set(code, {
        code,
        nameEn: nameEn || null,
        nameAr: nameAr || null,
        groupEn: groupEn || null,
        groupAr: groupAr || null,
      });
    }
  }
  return { rows: [...rows.values()], faults };
}
