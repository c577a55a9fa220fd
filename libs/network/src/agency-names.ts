import { agencyCodePattern, longestName, type NamedAgency } from './network.queries.js';
import { readRegister, type RegisterRow } from './register-row.js';

const columns = ['code', 'name_en', 'name_ar', 'group_en', 'group_ar'] as const;

/** The agencies a table names. @throws Problem those of `readRegister` */
export function readNames(file: string): Promise<NamedAgency[]> {
  return readRegister(file, columns, 'code', (row) => {
    const code = row.text('code');
    if (code === null) row.fault('code', 'missing');
    else if (!agencyCodePattern.test(code))
      row.fault('code', 'notAllowedCharacters', { expected: 'A–Z a–z 0–9 . _ -' });
    return {
      code: code ?? '',
      nameEn: nameIn(row, 'name_en'),
      nameAr: nameIn(row, 'name_ar'),
      groupEn: nameIn(row, 'group_en'),
      groupAr: nameIn(row, 'group_ar'),
    };
  });
}

function nameIn(row: RegisterRow, column: (typeof columns)[number]): string | null {
  const text = row.text(column);
  if (text !== null && text.length > longestName) row.fault(column, 'tooLong', { max: longestName });
  return text;
}
