import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A PDF of one page, written by hand: what stands in its catalog and page beside what every PDF has, and more objects. */
export function pdfOf({
  catalog = '',
  page = '',
  objects = [],
  compressed = [],
  trailer = '',
}: {
  readonly catalog?: string;
  readonly page?: string;
  /** Objects from number 4 on. */
  readonly objects?: readonly string[];
  /** Objects in an object stream, after those; nobody needs to refer to them. */
  readonly compressed?: readonly string[];
  readonly trailer?: string;
} = {}): Buffer {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] ${page} >>`,
    ...objects,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  all.forEach((body, index) => {
    offsets.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n${body}\nendobj\n`, 'latin1'));
  });
  if (compressed.length > 0) parts.push(objectStream(all.length + 1, compressed));
  const start = length();
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    Buffer.from(
      `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** An object stream as writers of PDF 1.5 make it. */
export function objectStream(number: number, bodies: readonly string[], extra = ''): Buffer {
  let at = 0;
  const places = bodies.map((body, index) => {
    const place = `${number + 1 + index} ${at}`;
    at += body.length + 1;
    return place;
  });
  const head = `${places.join(' ')} `;
  const packed = deflateSync(Buffer.from(head + bodies.join(' '), 'latin1'));
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<< /Type /ObjStm /N ${bodies.length} /First ${head.length} /Filter /FlateDecode ${extra} /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

/** A PNG of one grey pixel, or of the size it claims, with more chunks before its end. */
export function pngOf({
  width = 1,
  height = 1,
  chunks = [],
}: {
  readonly width?: number;
  readonly height?: number;
  readonly chunks?: readonly (readonly [string, string])[];
} = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...chunks.map(([type, content]) => chunk(type, Buffer.from(content))),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The frame of a JPEG: segments, a scan of some bytes, its end. No decoder is asked here. */
export function jpegOf({ width = 16, height = 16, comment = '' } = {}): Buffer {
  const frame = Buffer.from('ffc0000b08000000000101 1100'.replaceAll(' ', ''), 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const told = Buffer.from(comment);
  const comments = comment ? [Buffer.from([0xff, 0xfe, (told.length + 2) >> 8, (told.length + 2) & 255]), told] : [];
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    ...comments,
    frame,
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.from('1234ff00abffd05678', 'hex'),
    Buffer.from('ffd9', 'hex'),
  ]);
}

/** A WebP whose frame says what it is; the picture within is nonsense. */
export function webpOf({ width = 16, height = 16, extra = '' } = {}): Buffer {
  const header = Buffer.alloc(10);
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    riff('VP8X', header),
    riff('VP8L', Buffer.from('2f0000000000', 'hex')),
    ...(extra ? [riff('XMP ', Buffer.from(extra))] : []),
  ]);
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), body]));
}

function riff(type: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(type), size, content, Buffer.alloc(content.length % 2)]);
}

/** A part of an archive; what is not given is true to the content. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly localName?: string;
  readonly claimedSize?: number;
  readonly flags?: number;
  readonly offset?: number;
}

/** A ZIP archive by hand, so that there are ones that no library would write. */
export function zipOf(parts: readonly Part[], comment = ''): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? content.length, 18);
    const [name, localName] = [Buffer.from(part.name), Buffer.from(part.localName ?? part.name)];
    fields.writeUInt16LE(localName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, localName, packed]);
    fields.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(part.offset ?? at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name);
    files.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, list, end, Buffer.from(comment)]);
}

const mains = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const;

/** The parts of a small office file, with others added or in their place. */
export function officeParts(
  kind: keyof typeof mains,
  more: Readonly<Record<string, string | Uint8Array>> = {},
  types = '',
): Part[] {
  const [main, type] = mains[kind];
  const contents: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/>${types}</Types>`,
    '_rels/.rels': relations(['officeDocument', main]),
    [main]: '<document><body>Plan</body></document>',
    ...more,
  };
  return Object.entries(contents).map(([name, content]) => ({ name, content }));
}

export function officeOf(...given: Parameters<typeof officeParts>): Buffer {
  return zipOf(officeParts(...given));
}

/** Type, target, and its mode. */
export type Relation = readonly [type: string, target: string, mode?: string];

/** The relations of a part. */
export function relations(...all: Relation[]): string {
  const tags = all.map(
    ([type, target, mode]) =>
      `<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships>${tags.join('')}</Relationships>`;
}
