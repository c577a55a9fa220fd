import fc from 'fast-check';
import { exifTakenAt } from './taken-at.js';

/** A JPEG's head with EXIF: the first folder points to the second, which holds the date and perhaps the offset. */
function jpeg({ date, offset, little = true }: { date?: string; offset?: string; little?: boolean }): Uint8Array {
  const texts = [
    ...(date === undefined ? [] : [[0x9003, date] as const]),
    ...(offset === undefined ? [] : [[0x9011, offset] as const]),
  ];
  const folder = 26;
  const entries = folder + 2 + texts.length * 12 + 4;
  const tiff = new DataView(new ArrayBuffer(entries + 40 * texts.length));
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 1, little);
  writeEntry(10, 0x8769, 4, 1, folder);
  tiff.setUint16(folder, texts.length, little);
  texts.forEach(([tag, text], index) => {
    const at = entries + 40 * index;
    writeEntry(folder + 2 + index * 12, tag, 2, text.length + 1, at);
    [...text].forEach((letter, place) => tiff.setUint8(at + place, letter.charCodeAt(0)));
  });
  function writeEntry(at: number, tag: number, type: number, count: number, value: number) {
    tiff.setUint16(at, tag, little);
    tiff.setUint16(at + 2, type, little);
    tiff.setUint32(at + 4, count, little);
    tiff.setUint32(at + 8, value, little);
  }
  const length = tiff.byteLength + 8;
  const comment = [0xff, 0xfe, 0, 4, 65, 66];
  const head = [0xff, 0xd8, ...comment, 0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return new Uint8Array([...head, ...new Uint8Array(tiff.buffer), 0xff, 0xda, 0, 2]);
}

describe('when a photo was taken', () => {
  it.each([
    ['with its offset', { date: '2026:11:22 12:30:00', offset: '+04:00' }, '2026-11-22T08:30:00Z'],
    ['without one, by the tablet’s zone', { date: '2026:11:22 12:30:00' }, '2026-11-22T03:30:00Z'],
    [
      'in the other byte order',
      { date: '2026:11:22 12:30:00', offset: '-01:00', little: false },
      '2026-11-22T13:30:00Z',
    ],
    ['not told', {}, null],
    ['told as nothing', { date: '0000:00:00 00:00:00' }, null],
    ['told as blanks', { date: '    :  :     :  :  ' }, null],
  ])('%s', (_, told, at) => expect(exifTakenAt(jpeg(told), 'Asia/Tokyo')).toBe(at));

  it.each([
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['nothing', new Uint8Array()],
    ['a JPEG without notes', new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2])],
  ])('is not told by %s', (_, bytes) => expect(exifTakenAt(bytes)).toBeNull());

  it('is read from any bytes without a throw, and in the end', () => {
    const whole = jpeg({ date: '2026:11:22 12:30:00', offset: '+04:00' });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(whole.length), (at, byte, cut) => {
        const broken = whole.slice(0, cut);
        if (at < broken.length) broken[at] = byte;
        const told = exifTakenAt(broken);
        expect(told === null || !Number.isNaN(Date.parse(told))).toBe(true);
      }),
    );
  });
});
