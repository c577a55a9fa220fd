import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The files of the typefaces that pages use, by the name they are served under. */
const packages = {
  'ibm-plex-sans-arabic': ['arabic'],
  'ibm-plex-sans': ['latin', 'latin-ext'],
} as const;
const weights = [400, 600] as const;

/** Where each font file lies. */
export const fontFiles: ReadonlyMap<string, string> = new Map(
  Object.entries(packages).flatMap(([typeface, scripts]) => {
    const folder = join(dirname(require.resolve(`@fontsource/${typeface}/package.json`)), 'files');
    return scripts.flatMap((script) =>
      weights.map((weight) => `${typeface}-${script}-${weight}-normal.woff2`).map((name) => [name, join(folder, name)]),
    ) as [string, string][];
  }),
);

/** The bytes of a font, or null for a name that is none of ours. Read once. */
export function fontNamed(name: string): Buffer | null {
  const file = fontFiles.get(name);
  if (file === undefined) return null;
  const known = read.get(name) ?? readFileSync(file);
  read.set(name, known);
  return known;
}

const read = new Map<string, Buffer>();
