import { readFile } from 'node:fs/promises';

/** Licences under which a part may be used in a work under Apache-2.0, or as a tool that makes it. */
const free =
  /^(MIT|MIT-0|MIT\/X11|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|CC0-1\.0|CC-BY-4\.0|OFL-1\.1|MPL-2\.0|BSL-1\.0|Zlib)$/;

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
}

describe('the packages of the lock file', () => {
  it('are all under licences that allow what we do', async () => {
    const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
      packages: Record<string, Package>;
    };
    const wrong = Object.entries(packages)
      .filter(([path]) => path !== '')
      .filter(([path, { license }]) => !isFree(withoutLinked(path, license ?? known[path] ?? '')))
      .map(([path, { license }]) => `${path}: ${license}`);
    expect(wrong).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(500);
  });

  it('name no host they came from', async () => {
    expect(await readFile('package-lock.json', 'utf8')).not.toMatch(/"resolved"/);
  });
});

/** The picture library that `sharp` loads as a shared library of its own, unchanged and replaceable: what the LGPL asks for. */
function withoutLinked(path: string, licence: string): string {
  if (!path.startsWith('node_modules/@img/sharp-')) return licence;
  return licence.replace('LGPL-3.0-or-later', 'MIT');
}

/** Read in the package itself: its own package.json names no licence. */
const known: Readonly<Record<string, string>> = {};

/** `(A OR B)` is free when one is, `A AND B` when both are. */
function isFree(licence: string): boolean {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isFree);
  return bare.split(' AND ').every((part) => free.test(part));
}
