import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { face, type FontFile } from '#reports';

const weights = [400, 600] as const;
/** Arabic, Latin, and Latin with the accents of names; the typeface has no more that a report would need. */
const scripts = ['arabic', 'latin-ext', 'latin'] as const;

let loading: Promise<FontFile[]> | null = null;

/** The platform's typeface as reports carry it; read from its package once. */
export function fonts(): Promise<FontFile[]> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FontFile[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/vazirmatn/package.json'));
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Promise.all(
    weights.flatMap((weight) =>
      scripts.map(async (script) => ({
        family: face,
        weight,
        range: ranges[script] ?? '',
        data: await readFile(join(folder, 'files', `vazirmatn-${script}-${weight}-normal.woff2`), 'base64'),
      })),
    ),
  );
}
