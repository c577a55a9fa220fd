import { Problem, type Fault } from '#contract';
import type { SoundRow, Table } from '#spreadsheets';
import type { ImportMapping } from './import-mapping.js';

/** A table of somebody else, under our names. */
export class MappedTable {
  /** Our names of the columns. */
  readonly header: readonly string[];
  private readonly theirs = new Map<string, string>();

  /** @throws Problem `import.columnsMissing` for columns that only the mapping has, `import.headerInvalid` for two of one name */
  constructor(
    table: Pick<Table, 'header'>,
    private readonly mapping: ImportMapping,
    file: string,
  ) {
    requireNamed(table.header, mapping);
    const taken = new Set([...Object.values(mapping.columns), ...mapping.ignore]);
    const faults: Fault[] = [];
    const named = [
      ...Object.entries(mapping.columns),
      ...table.header.filter((column) => !taken.has(column)).map((column) => [column, column] as const),
    ];
    for (const [ours, theirs] of named) {
      const first = Object.hasOwn(mapping.fixed, ours) ? 'fixed' : this.theirs.get(ours);
      if (first === undefined) this.theirs.set(ours, theirs);
      else faults.push({ where: theirs.slice(0, 200), line: 1, reason: 'repeated', params: { first } });
    }
    if (faults.length > 0) throw new Problem('import.headerInvalid', { params: { file }, faults });
    this.header = [...this.theirs.keys(), ...Object.keys(mapping.fixed)];
  }

  /** A cell of a row under our name, in our words. Of a cell with bars between its parts each part is looked up. */
  text(row: SoundRow, column: string): string {
    const fixed = Object.hasOwn(this.mapping.fixed, column) ? this.mapping.fixed[column] : undefined;
    const text = fixed ?? row.text(this.theirs.get(column) ?? column);
    const words = Object.hasOwn(this.mapping.values, column) ? this.mapping.values[column] : undefined;
    if (!words) return text;
    const meant = (part: string) => (Object.hasOwn(words, part.trim()) ? words[part.trim()] : part) ?? part;
    return Object.hasOwn(words, text.trim()) ? meant(text) : text.split('|').map(meant).join('|');
  }

  /** What a column of ours is called in the file: for faults. */
  nameOf(column: string): string {
    return this.theirs.get(column) ?? column;
  }

  /** What stands in the file, and under which name: for faults. */
  found(row: SoundRow, column: string): { readonly where: string; readonly value: string } {
    const where = this.theirs.get(column);
    if (where === undefined) return { where: column, value: this.mapping.fixed[column] ?? '' };
    return { where, value: row.text(where).slice(0, 200) };
  }
}

function requireNamed(header: readonly string[], { columns, ignore }: ImportMapping): void {
  const absent = [...new Set([...Object.values(columns), ...ignore])].filter((column) => !header.includes(column));
  if (absent.length === 0) return;
  const params = { columns: absent.slice(0, 100).join(', '), found: header.slice(0, 100).join(', ') };
  throw new Problem('import.columnsMissing', { params });
}
