import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findPackageJSON } from 'node:module';
import { readInstrument, type Instrument } from '#instruments';
import { readScheme, type Scheme } from '#scoring';
import { answersFile, filledRows } from './answers-file.js';
import { customersCampaign, employeesCampaign, openCycle } from './campaigns.js';
import { capturedCentre, capturedFile } from './captured.js';
import { csv } from './csv.js';
import { cycles, lastDayOf } from './cycles.js';
import { employeesFile } from './employees-file.js';
import { gradingsFile } from './gradings-file.js';
import { indicatorsFile } from './indicators-file.js';
import { agencies, centres, renamed } from './network.js';
import { quietCentre } from './qualities.js';
import { recordPdf } from './record.js';
import { sentResponses } from './sent-responses.js';

const root = dirname(findPackageJSON(import.meta.url) ?? '.');

/** Every file of the demonstration of Al Waha, by name. The same text each time. */
export async function demonstrationFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  files.set('agencies.csv', agenciesFile());
  files.set('centres.csv', centresFile());
  files.set('evidence/record.pdf', recordPdf());
  for (const cycle of cycles) {
    const scheme = await schemeIn(cycle.scheme);
    const physical = await instrumentIn(cycle.visitForm);
    const forms = [
      [physical, (channel: string) => channel !== 'digital_channels' && channel !== 'contact_centre'],
      [await instrumentIn('digital-service-visit-1'), (channel: string) => channel === 'digital_channels'],
      [await instrumentIn('contact-centre-visit-1'), (channel: string) => channel === 'contact_centre'],
    ] as const;
    for (const [form, isFor] of forms) {
      const rows = filledRows(form, cycle, ({ channelType }) => (isFor(channelType) ? 4 : 0));
      const captured = rows.filter(({ centre }) => cycle.key === '2025-26' && centre === capturedCentre);
      if (captured.length > 0) files.set(`captured-visits-${cycle.key}.json`, capturedFile(form, captured));
      const collected = rows.filter((row) => !captured.includes(row));
      files.set(`${form.code.replaceAll('_', '-')}-${cycle.key}.csv`, answersFile(form, collected));
    }
    const happiness = await instrumentIn('customer-happiness-1');
    const asked = filledRows(happiness, cycle, ({ code }) => (code === quietCentre ? 22 : 40));
    files.set(`customer-happiness-${cycle.key}.csv`, answersFile(happiness, asked));
    files.set(`campaign-customers-${cycle.key}.json`, customersCampaign(cycle.key, lastDayOf(cycle.key)));
    files.set(`campaign-employees-${cycle.key}.json`, employeesCampaign(cycle.key, lastDayOf(cycle.key)));
    const employees = await instrumentIn('employee-happiness-1');
    files.set(`employee-happiness-${cycle.key}.csv`, employeesFile(employees, cycle));
    files.set(`gradings-${cycle.key}.csv`, gradingsFile(scheme, cycle));
    files.set(`indicators-${cycle.key}.csv`, indicatorsFile(cycle));
  }
  files.set(`campaign-customers-${openCycle}.json`, customersCampaign(openCycle, '2027-12-31'));
  files.set(`sent-responses-${openCycle}.json`, sentResponses(await instrumentIn('customer-happiness-1')));
  return files;
}

function agenciesFile(): string {
  const named = [...agencies, renamed].map(({ code, en, ar }) => [
    code,
    en,
    ar,
    'Government of Al Waha (fictional)',
    'حكومة الواحة (افتراضية)',
  ]);
  return csv(['code', 'name_en', 'name_ar', 'group_en', 'group_ar'], named);
}

function centresFile(): string {
  return csv(
    ['code', 'agency', 'channel_type', 'name_en', 'name_ar', 'opens_on', 'closes_on'],
    centres.map((centre) => [
      centre.code,
      centre.agency,
      centre.channelType,
      centre.en,
      centre.ar,
      centre.opensOn ?? '',
      centre.closesOn ?? '',
    ]),
  );
}

async function instrumentIn(name: string): Promise<Instrument> {
  const { instrument, faults } = readInstrument(await jsonIn('instruments', name));
  if (!instrument) throw new Error(`${name}: ${JSON.stringify(faults.slice(0, 3))}`);
  return instrument;
}

async function schemeIn(name: string): Promise<Scheme> {
  const { scheme, faults } = readScheme(await jsonIn('schemes', name));
  if (!scheme) throw new Error(`${name}: ${JSON.stringify(faults.slice(0, 3))}`);
  return scheme;
}

async function jsonIn(folder: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, 'methods', folder, `${name}.json`), 'utf8')) as unknown;
}

/** Writes the files to a folder. */
export async function makeDemonstration(folder: string): Promise<void> {
  await mkdir(join(folder, 'evidence'), { recursive: true });
  for (const [name, text] of await demonstrationFiles()) await writeFile(join(folder, name), text);
}
