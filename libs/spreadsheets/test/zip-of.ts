import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; what is not given is true to the content. */
export interface Part {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly extra?: Uint8Array;
  readonly claimedSize?: number;
  readonly claimedPackedSize?: number;
  readonly crc?: number;
  readonly packed?: Uint8Array;
}

/** Writes a ZIP archive by hand, so that tests can make ones that no library would. */
export function zipOf(parts: readonly Part[], claimedCount = parts.length): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content ?? '');
    const packed = Buffer.from(part.packed ?? (part.stored ? content : deflateRawSync(content)));
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(part.stored ? 0 : 8, 4);
    fields.writeUInt32LE(part.crc ?? crc32(content), 10);
    fields.writeUInt32LE(part.claimedPackedSize ?? packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const extra = Buffer.from(part.extra ?? []);
    fields.writeUInt16LE(extra.length, 24);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name, extra);
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(claimedCount & 0xffff, 8);
  end.writeUInt16LE(claimedCount & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a small workbook around the XML of one sheet's rows. */
export function workbookParts(rows: string, more: Readonly<Record<string, string>> = {}): Part[] {
  const contents: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': '<sst></sst>',
    'xl/styles.xml': '<styleSheet></styleSheet>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships><Relationship Id="r1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="r2" Type="${links}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="r3" Type="${links}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    ...more,
  };
  return Object.entries(contents).map(([name, content]) => ({ name, content }));
}
