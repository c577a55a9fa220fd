import sharp, { type Sharp } from 'sharp';

/** A picture that resembles a photo: soft shapes that follow from a seed, with some grain. */
export function photo(seed: number, { width = 320, height = 240, grain = 8 } = {}): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed * 2_654_435_761 + 1;
  const chance = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const waves = Array.from({ length: 6 }, () => [chance() * 0.06, chance() * 0.06, chance() * 6.3, chance()] as const);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const light = waves.reduce((sum, [a, b, phase, weight]) => sum + weight * Math.sin(a * x + b * y + phase), 0);
    for (let colour = 0; colour < 3; colour += 1) pixels[at * 3 + colour] = 128 + 30 * light + grain * (chance() - 0.5);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What is a JPEG of so many bytes to whoever looks into it: its scan is noise that no decoder is asked to read. */
export function jpegOf(bytes: number, seed: number): Buffer {
  const head = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffda0008010100003f00',
    'hex',
  );
  const scan = Buffer.alloc(bytes - head.length - 2);
  let state = seed;
  for (let at = 0; at < scan.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    scan[at] = Math.min(state >>> 24, 0xfe);
  }
  return Buffer.concat([head, scan, Buffer.from('ffd9', 'hex')]);
}
