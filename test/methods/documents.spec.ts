import ExcelJS from 'exceljs';
import { refusalOf } from '../results/results-rooms.js';
import { MethodRooms, shipped } from './method-rooms.js';

let rooms: MethodRooms;
beforeEach(async () => void (rooms = await MethodRooms.open()));
afterEach(() => rooms.close());

const happiness = { kind: 'instrument', code: 'customer_happiness', version: 1 } as const;

describe('documents of the method', () => {
  it('are drafts until published; a published one never changes, not even by SQL', async () => {
    const document = await shipped('instruments', 'customer-happiness-1');
    const first = await rooms.methods.save('instrument', document);
    expect(first).toMatchObject({ changed: true, published: false, beforePublishing: [] });
    expect(await rooms.methods.save('instrument', document)).toMatchObject({ changed: false, hash: first.hash });

    const { publishedAt } = await rooms.methods.publish(happiness);
    expect((await rooms.methods.publish(happiness)).publishedAt).toEqual(publishedAt);
    expect(await rooms.methods.save('instrument', document)).toMatchObject({ changed: false, published: true });
    const other = { ...document, title: { ar: 'استبانة', en: 'Another' } };
    expect(await refusalOf(rooms.methods.save('instrument', other))).toMatchObject({ code: 'method.frozen' });
    await expect(rooms.sql(`update method_versions set document = '{}'`)).rejects.toThrow('never changed');
    await expect(rooms.sql(`delete from method_versions`)).rejects.toThrow('never changed');
  });

  it('have one hash, however their keys are ordered', async () => {
    const document = await shipped('instruments', 'customer-happiness-1');
    const { hash } = await rooms.methods.save('instrument', document);
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(await rooms.methods.save('instrument', turned)).toMatchObject({ changed: false, hash });
  });

  it('go out and come back the same, as JSON and as a workbook, all that are shipped', async () => {
    const names = [
      ['instrument', 'service-centre-visit-2'],
      ['instrument', 'customer-happiness-1'],
      ['instrument', 'employee-happiness-1'],
      ['scheme', 'global-stars-2'],
      ['scheme', 'nursing-home-five-star-1'],
    ] as const;
    for (const [kind, name] of names) {
      const receipt = await rooms.methods.save(kind, await shipped(`${kind}s`, name));
      for (const as of ['json', 'xlsx'] as const) {
        const content = await rooms.methods.exportFile(receipt, as);
        const back = await rooms.methods.importFile(kind, rooms.file(content, as));
        expect({ name, as, hash: back.hash, changed: back.changed }).toEqual({
          name,
          as,
          hash: receipt.hash,
          changed: false,
        });
      }
    }
  });

  it('without a text in one of the languages can be kept, not published', async () => {
    const document = await shipped('instruments', 'customer-happiness-1');
    const without = { ...document, title: { en: 'Only English' } };
    const { beforePublishing } = await rooms.methods.save('instrument', without);
    expect(beforePublishing).toMatchObject([{ where: expect.stringContaining('title') }]);
    const refusal = await refusalOf(rooms.methods.publish(happiness));
    expect(refusal).toMatchObject({ code: 'method.faulty', faults: beforePublishing });
  });

  it('that follow a version need it published, and what they say of it to be true', async () => {
    const [one, two] = [await shipped('schemes', 'global-stars-1'), await shipped('schemes', 'global-stars-2')];
    const second = { kind: 'scheme', code: 'global_stars', version: 2 } as const;
    await rooms.methods.save('scheme', two);
    expect(await refusalOf(rooms.methods.publish(second))).toMatchObject({ code: 'method.notNext' });
    await rooms.methods.save('scheme', one);
    await rooms.methods.publish({ ...second, version: 1 });

    const previous = two['previous'] as unknown as { criteria: Record<string, string>; dropped: string[] };
    await rooms.methods.save('scheme', { ...two, previous: { ...previous, dropped: [] } });
    expect(await refusalOf(rooms.methods.publish(second))).toMatchObject({ code: 'method.faulty' });
    await rooms.methods.save('scheme', two);
    expect((await rooms.methods.publish(second)).publishedAt).not.toBeNull();
    const differences = await rooms.methods.differences('scheme', 'global_stars', 1, 2);
    expect(differences).toContainEqual(
      expect.objectContaining({ kind: 'changed', what: expect.stringMatching(/weight/i) }),
    );
  });
});

describe('bad files', () => {
  it.each([
    ['not JSON', '{', 'method.fileKind'],
    ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x00]), 'method.fileKind'],
    ['50 MB of JSON', ' '.repeat(50 * 1024 * 1024), 'import.fileTooLarge'],
    ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'method.faulty'],
    ['nothing of ours', '{"__proto__": {"x": 1}, "constructor": 2}', 'method.faulty'],
  ])('%s: a named fault, and nothing changes', async (_, content, code) => {
    expect(await refusalOf(rooms.methods.importFile('instrument', rooms.file(content)))).toMatchObject({ code });
    expect(await rooms.sql('select * from method_versions')).toEqual([]);
  });

  it('relevance that runs in a circle is spelled out', async () => {
    const document = await shipped('instruments', 'customer-happiness-1');
    const [section] = document['sections'] as unknown as { items: { code: string; relevant?: string }[] }[];
    const items = section!.items.map((item) =>
      item.code === 'overall'
        ? { ...item, relevant: 'need_met == "agree"' }
        : item.code === 'need_met'
          ? { ...item, relevant: 'overall == "happy"' }
          : item,
    );
    const refusal = await refusalOf(
      rooms.methods.save('instrument', { ...document, sections: [{ ...section, items }] }),
    );
    expect(refusal.code).toBe('method.faulty');
    expect(JSON.stringify(refusal.faults)).toMatch(/overall.*need_met|need_met.*overall/);
  });

  it.each([
    ['a weight of zero', (scheme: Loose) => void (scheme.pillars[0]!.weight = 0), 'pillars[0].weight'],
    [
      'bands that overlap',
      (scheme: Loose) => void (scheme.stars.bands[1]!.from = scheme.stars.bands[0]!.from),
      'stars.bands[1]',
    ],
    ['a gate on an unknown pillar', (scheme: Loose) => void (scheme.gates[0]!.pillar = 'nowhere'), 'gates[0].pillar'],
  ])('%s is named with its place', async (_, spoil, where) => {
    const scheme = (await shipped('schemes', 'global-stars-2')) as unknown as Loose;
    spoil(scheme);
    const refusal = await refusalOf(rooms.methods.save('scheme', scheme));
    expect(refusal.code).toBe('method.faulty');
    expect(refusal.faults?.map((fault) => fault.where)).toContainEqual(expect.stringContaining(where));
    expect(await rooms.sql('select * from method_versions')).toEqual([]);
  });

  it('a workbook with a formula is refused by sheet, row and column', async () => {
    const receipt = await rooms.methods.save('instrument', await shipped('instruments', 'customer-happiness-1'));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await rooms.methods.exportFile(receipt, 'xlsx')) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('items')!;
    sheet.getRow(3).getCell(1).value = { formula: '"x"&"y"', result: 'xy' };
    const file = rooms.file(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx');
    const refusal = await refusalOf(rooms.methods.importFile('instrument', file));
    expect(refusal).toMatchObject({ code: 'method.faulty' });
    expect(refusal.faults).toContainEqual(expect.objectContaining({ sheet: 'items', line: 3, reason: 'formula' }));
  });
});

/** A scheme to be spoilt in ways that its type does not allow. */
interface Loose {
  pillars: { weight: number }[];
  stars: { bands: { from: number }[] };
  gates: { pillar: string }[];
}

describe('an XLSForm', () => {
  const form = async (rows: readonly (readonly string[])[]): Promise<string> => {
    const book = new ExcelJS.Workbook();
    book
      .addWorksheet('survey')
      .addRows([['type', 'name', 'label::English (en)', 'label::Arabic (ar)', 'relevant'], ...rows]);
    book.addWorksheet('choices').addRows([
      ['list_name', 'name', 'label::English (en)', 'label::Arabic (ar)'],
      ['yn', 'yes', 'Yes', 'نعم'],
      ['yn', 'no', 'No', 'لا'],
    ]);
    book.addWorksheet('settings').addRows([['form_title'], ['Queue']]);
    return rooms.file(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx');
  };
  const about = { code: 'queue_form', version: 1, filledBy: 'customer' } as const;

  it('comes in as far as it maps', async () => {
    const file = await form([
      ['select_one yn', 'queued', 'Did you wait?', 'هل انتظرت؟', ''],
      ['integer', 'minutes', 'How long?', 'كم دقيقة؟', "${queued} = 'yes'"],
    ]);
    expect(await rooms.methods.importXlsForm(file, about)).toMatchObject({ code: 'queue_form', changed: true });
    const { document } = await rooms.methods.find({ kind: 'instrument', code: 'queue_form', version: 1 });
    expect(document).toMatchObject({
      sections: [{ items: [{ code: 'queued' }, { code: 'minutes', relevant: 'queued == "yes"' }] }],
    });
  });

  it('what does not map is refused by row', async () => {
    const file = await form([['barcode', 'ticket', 'Ticket', 'التذكرة', '']]);
    const refusal = await refusalOf(rooms.methods.importXlsForm(file, about));
    expect(refusal.faults).toMatchObject([{ sheet: 'survey', line: 2, reason: 'notSupported' }]);
    expect(await rooms.sql('select * from method_versions')).toEqual([]);
  });
});

describe('a cycle', () => {
  it('is opened with a scheme, which is published and fixed by it', async () => {
    for (const version of [1, 2])
      await rooms.methods.save('scheme', await shipped('schemes', `global-stars-${version}`));
    const first = { code: 'global_stars', version: 1 };
    expect((await rooms.cycles.open('2025', first)).key).toBe('2025');
    expect((await rooms.cycles.open('2025', first)).key).toBe('2025');
    expect((await rooms.methods.find({ kind: 'scheme', ...first })).publishedAt).not.toBeNull();
    expect(await refusalOf(rooms.cycles.open('2025', { ...first, version: 2 }))).toMatchObject({
      code: 'cycle.schemeFixed',
    });
    expect(await refusalOf(rooms.cycles.open('2026', { ...first, version: 9 }))).toMatchObject({
      code: 'method.unknown',
    });
  });
});
