import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { figuresSchema } from '#figures';
import { pdfText } from '#printing';
import { testDatabase, testFolder } from '../platform/database.js';
import { built, nujoom } from '../start/processes.js';

let home: string;
let env: Record<string, string>;
beforeAll(async () => {
  await built();
  home = await testFolder();
  env = { DATABASE_URL: await testDatabase(), NUJOOM_HOME: home };
});

/** Runs one command to its end. */
async function run(args: readonly string[], more: Record<string, string> = {}) {
  const program = nujoom(args, { env: { ...env, ...more } });
  const code = await program.ended;
  return { code, out: program.stdout(), err: program.stderr() };
}

const importSurvey = (cycle: string) =>
  run([
    'import',
    'results',
    `demo/uk-civil-service/people-survey-${cycle}.csv`,
    '--cycle',
    cycle,
    '--study',
    'employee-happiness',
  ]);

describe('the walk of an office', () => {
  it('imports two cycles; the second time nothing changes', async () => {
    expect((await importSurvey('2023')).out).toContain('103 rows read, 2 left out by the mapping; cycles: 2023');
    expect((await importSurvey('2024')).out).toContain('1339 added, 0 corrected, 0 unchanged; 1 new agency');
    expect((await importSurvey('2024')).out).toContain('0 added, 0 corrected, 1339 unchanged; 0 new agencies');
  });

  it('names the agencies and says who goes on as whom', async () => {
    expect((await run(['import', 'agencies', 'demo/uk-civil-service/agencies.csv'])).out).toContain(
      '104 agencies named, 0 of them new',
    );
    const { code, out } = await run(['agency', 'succeed', 'DLUHC', 'MHCLG', '--since', '2024']);
    expect([code, out]).toEqual([0, 'DLUHC goes on as MHCLG since 2024.\n']);
    expect((await run(['agency', 'list'])).out).toContain('MHCLG\tMinistry of Housing');
  });

  it('imports counts by month and sees the series break refused', async () => {
    expect((await run(['import', 'counts', 'demo/uk-opg/satisfaction.csv', '--cycle-by', 'month'])).out).toContain(
      '117 rows read',
    );
    const { out } = await run(['figures', '--cycle', '2026-04', '--agency', 'OPG', '--json']);
    const [series] = JSON.parse(out).agencies[0].studies[0].published;
    expect(series.breaks[0]).toMatchObject({ from: '2026-04-01', change: { refused: 'seriesBreak', printed: 4 } });
  });

  it('gives every figure as JSON that fits the published schema', async () => {
    const { out } = await run(['figures', '--cycle', '2024', '--json']);
    const fits = new Ajv2020({ strict: true, strictRequired: false }).compile(figuresSchema);
    const figures = JSON.parse(out);
    expect(fits(figures) || fits.errors).toBe(true);
    expect(figures.agencies).toHaveLength(103);
  });

  it('publishes a cycle and prints scorecards into a folder', async () => {
    expect((await run(['cycle', 'publish', '2024'])).out).toBe('The cycle 2024 is published.\n');
    expect((await run(['cycle', 'list'])).out).toMatch(/^2024\t2024-01-01 – 2024-12-31\tpublished$/m);
    const out = join(home, 'pdfs');
    const printed = await run(['scorecards', '--cycle', '2024', '--agency', 'MHCLG', '--out', out]);
    expect([printed.code, printed.out]).toEqual([0, `2 PDFs are in ${out}\n`]);
    expect(printed.err).toContain('Printing 2/2');
    const files = (await readdir(out)).sort();
    expect(files.map((file) => file.replace(/[0-9a-f]{8}\.pdf$/, ''))).toEqual(['MHCLG_2024_ar_', 'MHCLG_2024_en_']);
    expect((await pdfText(await readFile(join(out, files[0] ?? '')))).language).toBe('ar');
  });
});

describe('a file with faults', () => {
  const header = 'organisation_code,organisation_name,engagement_index';
  const mapping = {
    agency: { code: 'organisation_code', name: { en: 'organisation_name' } },
    measures: [
      {
        code: 'engagement',
        column: 'engagement_index',
        kind: 'headline',
        polarity: 'higher',
        definition: 'indexOfItems',
        name: { en: 'Engagement', ar: 'الارتباط' },
      },
    ],
  };
  let file: string;
  beforeAll(async () => {
    const folder = await testFolder();
    file = join(folder, 'faulty.csv');
    await writeFile(file, `\ufeff${header}\nA1,One,٦٤٫٥\nA2,=cmd(),abc\nA3,Three,[z]\nA4,Four,640\n`);
    await writeFile(join(folder, 'faulty.mapping.json'), JSON.stringify(mapping));
  });
  const importFaulty = (...more: string[]) =>
    run(['import', 'results', file, '--cycle', '2020', '--study', 'employee-happiness', ...more]);

  it('is refused whole, each fault with line, column, value and reason', async () => {
    const { code, err, out } = await importFaulty();
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('2 values cannot be read, so nothing was imported.');
    expect(err).toContain('3: engagement_index “abc”: this is not a number');
    expect(err).toContain('5: engagement_index “640”: this is out of range; expected 0 to 100');
    expect((await run(['figures', '--cycle', '2020'])).err).toContain('There is no cycle 2020.');
  });

  it('can be imported without them, and the faults go to a file that no spreadsheet runs', async () => {
    const { code, out } = await importFaulty('--skip-faults');
    expect(code).toBe(0);
    expect(out).toContain('2 rows were passed over');
    const faults = await readFile(`${file}.faults.csv`, 'utf8');
    expect(faults.split('\r\n')).toHaveLength(4);
    expect((await run(['figures', '--cycle', '2020'])).out).toContain('A1\tEmployee happiness\t64.5');
  });

  it('speaks Arabic when it is told to', async () => {
    const { err } = await run(
      ['import', 'results', 'nowhere.csv', '--cycle', '2020', '--study', 'employee-happiness'],
      { NUJOOM_LANGUAGE: 'ar' },
    );
    expect(err).toContain('لم يُحدَّد ملف ربط');
  });
});

describe('the doctor', () => {
  it('finds everything there, in both languages', async () => {
    const english = await run(['doctor']);
    expect([english.code, english.out.trim().split('\n').at(-1)]).toEqual([0, 'Everything is there.']);
    expect(english.out).toContain('“نجوم” was printed and read back');
    expect((await run(['doctor'], { NUJOOM_LANGUAGE: 'ar' })).out).toContain('كل شيء متوافر.');
  });

  it('says what to do about each fault, and exits with 1', async () => {
    const { code, out } = await run(['doctor'], {
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none',
      PUPPETEER_EXECUTABLE_PATH: '/bin/false',
    });
    expect(code).toBe(1);
    expect(out).toContain('cannot be reached at 127.0.0.1:9');
    expect(out).toContain('set PUPPETEER_EXECUTABLE_PATH');
    expect(out).toContain('not checked, because of the fault above');
    expect(out).not.toContain('secret');
  });
});
