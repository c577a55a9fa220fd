import { createReadStream, createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInterface } from 'node:readline';
import { DataSource } from 'typeorm';
import { CountsImport } from '#results';
import { watchMemory } from './memory.js';
import { timed, type Measure } from './measure.js';
import { onFreshPlatform } from './platform.js';

const rows = 100_000;
const aim = 3;

const mapping = {
  agencyColumn: 'agency',
  study: 'customer-happiness',
  service: 'service',
  channel: 'channel',
  period: 'month',
  item: {
    code: 'satisfaction',
    name: { en: 'Satisfaction', ar: 'الرضا' },
    definition: 'meanOfScale',
    options: ['a', 'b', 'c', 'd', 'e'],
  },
};

/** The import of 100,000 rows of counts, all checked, revised and folded into tallies, against bare inserts into the same keys. */
export function measureImport(): Promise<Measure[]> {
  return onFreshPlatform(async ({ rooms, folder }) => {
    const file = join(folder, 'counts.csv');
    await pipeline(Readable.from(lines()), createWriteStream(file));
    await writeFile(join(folder, 'counts.mapping.json'), JSON.stringify(mapping));
    const memory = watchMemory(() => [process.pid]);
    const { ms, result } = await timed(() => rooms.get(CountsImport).run({ file, cycleBy: 'year' }));
    const peak = await memory.stop();
    const bare = await timed(() => bareInserts(rooms.get(DataSource), file));
    if (result.added !== rows) throw new Error(`${result.added} of ${rows} rows arrived`);
    const ratio = ms / bare.ms;
    return [
      {
        name: 'import of 100,000 rows',
        figures: { s: ms / 1000, 'rows/s': (1000 * rows) / ms, 'MB peak': peak },
        baseline: {
          what: 'the same rows into a table with the same keys, unchecked, by inserts of 1,000',
          value: bare.ms / 1000,
          unit: 's',
        },
        ratio,
        aim: `at most ${aim} times the baseline`,
        met: ratio <= aim,
      },
    ];
  });
}

/** 100 agencies, 10 services each, 100 months. */
function* lines(): Generator<string> {
  yield 'agency,service,channel,month,a,b,c,d,e\n';
  for (let row = 0; row < rows; row++) {
    const month = Math.floor(row / 1000);
    const period = `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const counts = [3, 5, 11, 40, 60].map((base, answer) => base + ((row * (answer + 7)) % 17));
    yield `A${row % 100},S${Math.floor(row / 100) % 10},digital,${period},${counts.join(',')}\n`;
  }
}

/** The least that storing such rows costs: the same keys, nothing checked, nothing compared, nothing folded. */
async function bareInserts(source: DataSource, file: string): Promise<void> {
  await source.query(`
    create table bare (like counted including all);
    alter table bare add foreign key (agency_id) references agencies, add foreign key (service_id) references services,
      add foreign key (study, measure) references measures, add foreign key (import_id) references imports`);
  await source.transaction(async (db) => {
    let batch: string[][] = [];
    const flush = async () => {
      await db.query(
        insert,
        [0, 1, 2, 3].map((index) => batch.map((cells) => cells[index])).concat([batch.map(countsIn)]),
      );
      batch = [];
    };
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (line.startsWith('agency,')) continue;
      batch.push(line.split(','));
      if (batch.length === 1000) await flush();
    }
    if (batch.length > 0) await flush();
  });
}

const countsIn = (cells: readonly string[]): string => `{${cells.slice(4).join()}}`;

const insert = `
  insert into bare (agency_id, study, measure, service_id, channel, starts_on, ends_on, revision, counts, import_id, line)
  select agencies.id, 'customer-happiness', 'satisfaction', services.id, channel, (month || '-01')::date,
    ((month || '-01')::date + interval '1 month - 1 day')::date, 1, counts::int[], (select id from imports), 1
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (agency, service, channel, month, counts)
  join agencies on agencies.code = agency join services on services.agency_id = agencies.id and services.code = service`;
