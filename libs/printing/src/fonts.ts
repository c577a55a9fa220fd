import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One file of a typeface, as a printed page carries it. */
export interface EmbeddedFont {
  readonly family: string;
  readonly weight: (typeof weights)[number];
  /** The characters it holds, as CSS writes them: U+0600-06FF. */
  readonly range: string;
  /** WOFF2, base64. */
  readonly data: string;
}

const weights = [400, 600] as const;
/** Arabic, Latin, and Latin with the accents of names; the typeface has no more that a printed page would need. */
const scripts = ['arabic', 'latin-ext', 'latin'] as const;

let loading: Promise<Omit<EmbeddedFont, 'family'>[]> | null = null;

/** The platform's typeface as printed pages carry it; read from its package once. @param family its name in the page */
export async function fonts(family: string): Promise<EmbeddedFont[]> {
  loading ??= load();
  return (await loading).map((font) => ({ family, ...font }));
}

async function load(): Promise<Omit<EmbeddedFont, 'family'>[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/vazirmatn/package.json'));
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Promise.all(
    weights.flatMap((weight) =>
      scripts.map(async (script) => ({
        weight,
        range: ranges[script] ?? '',
        data: await readFile(join(folder, 'files', `vazirmatn-${script}-${weight}-normal.woff2`), 'base64'),
      })),
    ),
  );
}
