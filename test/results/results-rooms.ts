import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client, type QueryResultRow } from 'pg';
import { Problem, type ProblemDetails } from '#contract';
import { Cycles, type CycleKind } from '#cycles';
import { DatabaseModule } from '#database';
import type { AgencyFigures, CycleFigures, MeasureFigures, StudyCode, StudyFigures } from '#figures';
import { Agencies } from '#network';
import { CountsImport, Figures, ResultsImport, ResultsModule, type ImportReceipt, type ImportRequest } from '#results';
import { testDatabase } from '../platform/database.js';

type Wishes = Omit<ImportRequest, 'file' | 'mapping'>;

/** The rooms of results on a database of their own, and a folder for the files of one spec. */
export class ResultsRooms {
  private written = 0;

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  static async open(): Promise<ResultsRooms> {
    const url = await testDatabase();
    const app = await NestFactory.createApplicationContext(
      { module: class Platform {}, imports: [DatabaseModule.at(url), ResultsModule] },
      { logger: ['error'] },
    );
    return new ResultsRooms(app, url, mkdtempSync(join(tmpdir(), 'nujoom-results-')));
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true });
  }

  get results(): ResultsImport {
    return this.app.get(ResultsImport);
  }

  get counts(): CountsImport {
    return this.app.get(CountsImport);
  }

  get agencies(): Agencies {
    return this.app.get(Agencies, { strict: false });
  }

  get cycles(): Cycles {
    return this.app.get(Cycles, { strict: false });
  }

  /** Writes a file of its own; a mapping, when given, stands beside it. @returns its path */
  file(content: string | Uint8Array, mapping?: object | string, name = `file-${(this.written += 1)}.csv`): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    if (mapping !== undefined) {
      const text = typeof mapping === 'string' ? mapping : JSON.stringify(mapping);
      writeFileSync(path.replace(/\.[^.]*$/, '.mapping.json'), text);
    }
    return path;
  }

  /** Imports a table of results as it is written here. */
  importResults(
    cycle: string,
    content: string | Uint8Array,
    mapping: object | string = scores,
    wishes: Wishes = {},
    study: StudyCode = 'employee-happiness',
  ): Promise<ImportReceipt> {
    return this.results.run({ file: this.file(content, mapping), cycle, study, ...wishes });
  }

  /** Imports a table of counts as it is written here. */
  importCounts(
    cycleBy: CycleKind,
    content: string | Uint8Array,
    mapping: object | string = answers,
    wishes: Wishes & { readonly fiscalStart?: number } = {},
  ): Promise<ImportReceipt> {
    return this.counts.run({ file: this.file(content, mapping), cycleBy, ...wishes });
  }

  async figures(cycle: string): Promise<CycleFigures> {
    return (await this.app.get(Figures).of(cycle)).figures;
  }

  async agency(cycle: string, code: string): Promise<AgencyFigures> {
    const { agencies } = await this.app.get(Figures).ofAgency(cycle, code);
    return present(agencies[0]);
  }

  /** The first study of an agency: most tests have one. */
  async study(cycle: string, code: string): Promise<StudyFigures> {
    return present((await this.agency(cycle, code)).studies[0]);
  }

  async headline(cycle: string, code: string): Promise<MeasureFigures> {
    return present((await this.study(cycle, code)).headline);
  }

  async sql<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

/** A test database and its rooms, fresh for every test of a spec. */
export function freshRooms(): { readonly rooms: ResultsRooms } {
  const held: { rooms: ResultsRooms } = { rooms: null as unknown as ResultsRooms };
  beforeEach(async () => {
    held.rooms = await ResultsRooms.open();
  });
  afterEach(() => held.rooms.close());
  return held;
}

export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a value was expected');
  return value;
}

/** The refusal of an import; anything but a refusal fails the test. */
export async function refusalOf(importing: Promise<unknown>): Promise<{ code: string } & ProblemDetails> {
  try {
    await importing;
  } catch (problem) {
    if (problem instanceof Problem) return { code: problem.code, ...problem.details };
    throw problem;
  }
  throw new Error('a refusal was expected');
}

/** A table `agency,score`: one headline measure. */
export const scores = {
  agency: { code: 'agency' },
  measures: [
    {
      code: 'score',
      column: 'score',
      name: { en: 'Score', ar: 'الدرجة' },
      polarity: 'higher',
      definition: 'indexOfItems',
      kind: 'headline',
    },
  ],
};

/** A table `agency,service,channel,period,a0,…,a4`: five answers from worst to best. */
export const answers = {
  agencyColumn: 'agency',
  study: 'customer-happiness',
  service: 'service',
  channel: 'channel',
  period: 'period',
  item: {
    code: 'satisfaction',
    name: { en: 'Satisfaction', ar: 'الرضا' },
    definition: 'meanOfScale',
    options: ['a0', 'a1', 'a2', 'a3', 'a4'],
  },
};

/** A table of counts for the mapping `answers`; each row: agency, service, period, five counts. */
export function countsTable(...rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map(([agency, service, period, ...counts]) =>
    [agency, service, 'digital', period, ...counts].join(),
  );
  return ['agency,service,channel,period,a0,a1,a2,a3,a4', ...lines, ''].join('\n');
}

/** A table of results for the mapping `scores`. */
export function scoresTable(rows: Readonly<Record<string, number | string>>): string {
  return ['agency,score', ...Object.entries(rows).map(([code, score]) => `${code},${score}`), ''].join('\n');
}
