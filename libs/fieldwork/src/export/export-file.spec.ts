import { exportParts, ExportUnreadable, newExportPassword, openExport, type ExportIndex } from './export-file.js';

const photo = crypto.getRandomValues(new Uint8Array(5_000));
const index: ExportIndex = {
  schema: 'nujoom.tablet-export/1',
  madeAt: '2026-11-22T09:00:00Z',
  device: 'd',
  shopper: 'noor',
  visits: [{ id: 'v', body: '{"a":"قيل"}' }],
  drafts: [],
  photos: ['h'],
};

async function exported(password: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of exportParts(index, () => Promise.resolve(photo), password)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

it('has a password of 100 bits that is told in groups', () => {
  const passwords = Array.from({ length: 50 }, newExportPassword);
  for (const one of passwords) expect(one).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(passwords).size).toBe(50);
});

it('is opened by its password, however it is written', async () => {
  const password = newExportPassword();
  const { index: read, photos } = await openExport(
    await exported(password),
    password.toLowerCase().replaceAll('-', ' '),
  );
  expect(read).toEqual(index);
  expect(photos.get('h')).toEqual(photo);
});

it.each([
  ['another password', (file: Uint8Array<ArrayBuffer>) => file, '0000-0000-0000-0000-0000'],
  ['another file', () => new Uint8Array([1, 2, 3]), null],
  ['one that was cut off', (file: Uint8Array<ArrayBuffer>) => file.slice(0, -1), null],
  ['one with something added', (file: Uint8Array<ArrayBuffer>) => new Uint8Array([...file, 0]), null],
  [
    'one with a changed bit',
    (file: Uint8Array<ArrayBuffer>) => file.map((byte, at) => (at === 90 ? byte ^ 1 : byte)),
    null,
  ],
])('is not opened: %s', async (_, change, other) => {
  const password = newExportPassword();
  await expect(openExport(change(await exported(password)), other ?? password)).rejects.toThrow(ExportUnreadable);
});
