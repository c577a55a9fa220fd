import { globSync } from 'node:fs';
import { join } from 'node:path';
import { attacksOn, attackText, type Attack } from './patterns/attacks.js';
import { patternsIn } from './patterns/found.js';
import { readPattern } from './patterns/pattern.js';
import { stepsOf } from './patterns/steps.js';

const root = join(import.meta.dirname, '../..');
const files = globSync('{apps,libs,reports}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.spec\.|node_modules|\/test\//.test(file),
);
const all = files.map((file) => patternsIn(join(root, file), file));

/** How often the word of an attack stands in a short and in a long text, and from how many times the steps on it is not in proportion. */
const [few, many] = [40, 160];
const inProportion = 7; // 4, and what the rest of the text costs; squares would be 16
const most = 300_000;
const longest = 640;

/** The attack that costs more than its length, if there is one. */
function costlyAttack(source: string, flags: string): Attack | null {
  const read = { pattern: readPattern(source, flags), isSticky: flags.includes('y') };
  const isCostly = (attack: Attack) => {
    // Long words stand there less often: what goes back goes as deep as the text is long.
    const times = Math.max(8, Math.min(many, Math.floor(longest / attack.pump.length)));
    const steps = stepsOf(read, attackText(attack, times), most);
    const fewSteps = () => stepsOf(read, attackText(attack, times / (many / few)), most);
    return steps >= most || (steps > 40 * many && steps > inProportion * fewSteps());
  };
  return attacksOn(read.pattern).find(isCostly) ?? null;
}

describe('an expression that goes back', () => {
  it.each([
    ['(a+)+$', ''],
    ['^(a|a)*$', ''],
    ['^(a|ab|b)*c$', ''],
    ['\\s+$', ''],
    ['^\\s*(.*?)\\s*$', ''],
    ['^(\\w+\\s?)*$', ''],
    ['a.*b.*c', ''],
    ['^\\d+\\d+$', ''],
    ['([a-zA-Z]+)*[0-9]', ''],
    ['^([^\\s@]+\\.)+[^\\s@]+@', ''],
    ['(?=(x+x+)+y)', ''],
  ])('is found out: /%s/', (source, flags) => expect(costlyAttack(source, flags)).not.toBeNull());

  it.each([
    ['^a+$', ''],
    ['^[a-z][a-z0-9_]{0,63}$', ''],
    ['^(\\d{1,2}):(\\d{2})$', ''],
    ['^\\d+(?:\\.\\d+)?$', ''],
    ['[\\p{Cc}\\u2028]', 'gu'],
    ['^(?:[a-z0-9]+-)*[a-z0-9]+$', ''],
  ])('is let be when it costs its length: /%s/', (source, flags) => expect(costlyAttack(source, flags)).toBeNull());
});

/** What costs more than its length, but is never given a long text; and what keeps it from that. */
const bounded: Readonly<Record<string, string>> = {
  'libs/spreadsheets/src/xlsx/cell-text.ts /0+$/': 'the digits of a number: some 330',
  'libs/spreadsheets/src/xlsx/number-kind.ts /"[^"]*"|[\\\\_*].|\\[[^\\]]*\\]/g':
    'a format is cut to 255 characters just before',
};

it('no expression in the sources costs more than the length of its text', () => {
  const found = all.flatMap((file) => file.found);
  expect(found.length).toBeGreaterThan(250);
  const costly = found.flatMap(({ file, source, flags }) => {
    const attack = costlyAttack(source, flags);
    return attack ? [[`${file} /${source}/${flags}`, attack] as const] : [];
  });
  expect(costly.filter(([name]) => !Object.hasOwn(bounded, name))).toEqual([]);
  expect(costly.map(([name]) => name).sort()).toEqual(Object.keys(bounded).sort());
}, 60_000);

it('no expression is made of what somebody sent', () => {
  // Of three names that are written above it.
  expect(all.flatMap((file) => file.made)).toEqual([
    { file: 'apps/api/src/http/json-body.ts', written: "['\\\\\\\\u', ...reservedNames].join('|')" },
  ]);
});
