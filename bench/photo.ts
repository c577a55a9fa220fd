import { hash, randomBytes, randomFillSync } from 'node:crypto';

const head = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffda0008010100003f00',
  'hex',
);
const tail = Buffer.from('ffd9', 'hex');

/** A photo of so many bytes that is another each time: taken as a JPEG, though nobody could see a thing on it. */
export class ChangingPhoto {
  readonly content: Buffer;

  constructor(bytes: number) {
    const scan = randomFillSync(Buffer.alloc(bytes - head.length - tail.length));
    for (let at = 0; at < scan.length; at++) if (scan[at] === 0xff) scan[at] = 0xfe;
    this.content = Buffer.concat([head, scan, tail]);
  }

  /** Makes it another. @returns its SHA-256 */
  change(): string {
    this.content.write(randomBytes(16).toString('hex'), head.length, 'latin1');
    return hash('sha256', this.content);
  }
}
