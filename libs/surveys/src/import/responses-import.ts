import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem, type Fault } from '#contract';
import { Database } from '#database';
import { KnownInstruments } from '#schemes';
import { FaultCollector, openTable, withSentFile, type Table } from '#spreadsheets';
import { dayIn, greenwich, importCampaign, type ImportCampaign } from './import-campaign.js';
import { fingerprintOf } from './fingerprint.js';
import { readImportMapping, unmapped } from './import-mapping.js';
import { differences } from './differences.js';
import { MappedTable } from './mapped-table.js';
import { importSalt, keepImport } from './response-imports.queries.js';
import { headerFaults, ResponseRows, type ImportedRow } from './response-row.js';
import {
  differing,
  nameStaged,
  numberedTwice,
  openResponsesStage,
  stageResponses,
  storeStaged,
} from './responses-import.queries.js';

/** A file of responses that were collected elsewhere. */
export interface ResponsesFile {
  /** The code of the campaign. */
  readonly campaign: string;
  /** The path of a CSV or .xlsx file. */
  readonly file: string;
  /** The path of a mapping as JSON; absent: the columns are called as here. */
  readonly mapping?: string | undefined;
  /** Hears each fault as it is found. */
  readonly onFault?: (fault: Fault) => void;
  /** Hears how many rows were read so far. */
  readonly onProgress?: (rows: number) => void;
  /** What the file is called on record; absent: the last part of its path. */
  readonly name?: string;
  /** No answer is of a later day. Absent: this moment. */
  readonly now?: Date;
}

/** What an import did. The same file a second time: everything unchanged. */
export interface ResponsesImported {
  readonly campaign: string;
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
}

const rowsAtOnce = 500;

/** Takes responses that were collected elsewhere: a row each, checked like any other. */
@Injectable()
export class ResponsesImport {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Takes a file whole or not at all, each response once. Those of employees come without anything that tells them apart, and never
   * a handful alone.
   * @throws Problem `campaign.unknown`, `campaign.notOpen`, `campaign.over` (also when its words were erased), `campaign.importTooFew`, `import.mappingMissing`,
   *   `import.mappingInvalid`, `import.columnsMissing`, `import.headerInvalid`, `import.rowsFaulty` with line, column, value and
   *   reason, `import.empty`, and as `openTable`
   */
  async run(actor: Actor, request: ResponsesFile): Promise<ResponsesImported> {
    if (!actor.can('campaign.write')) throw new Problem('access.notAllowed');
    const mapping = request.mapping === undefined ? unmapped : await readImportMapping(request.mapping);
    const table = await openTable(request.file);
    const sha256 = await fingerprintOf(request.file);
    const fileName = request.name ?? basename(request.file);
    const mapped = new MappedTable(table, mapping, request.file);
    const now = request.now ?? new Date();
    return this.database.transaction(async (db) => {
      const campaign = await importCampaign(db, this.instruments, request.campaign, now);
      const salt = await importSalt(db, campaign.id);
      if (!salt) throw new Problem('campaign.over');
      await openResponsesStage(db);
      const rows = await stage(db, table, mapped, { ...campaign, salt }, request);
      if (rows === 0) throw new Problem('import.empty', { params: { file: request.file } });
      const added = await store(db, campaign, now);
      if (added > 0) await keepImport(db, campaign.id, { fileName, sha256, rows, added, accountId: actor.accountId });
      return { campaign: campaign.code, rows, added, unchanged: rows - added };
    });
  }

  /** As `run`, of a file that is sent: at most 5 MiB. */
  receive(actor: Actor, campaign: string, content: AsyncIterable<Uint8Array>): Promise<ResponsesImported> {
    return withSentFile({ name: `responses-${campaign}`, content }, (file) =>
      this.run(actor, { campaign, file, name: `responses-${campaign}` }),
    );
  }
}

/** Reads the table into the stage. @throws Problem `import.rowsFaulty` with all that is wrong */
async function stage(
  db: EntityManager,
  table: Table,
  mapped: MappedTable,
  campaign: ImportCampaign & { readonly salt: Buffer },
  { file, onFault, onProgress }: ResponsesFile,
): Promise<number> {
  const unfit = headerFaults(mapped, campaign);
  if (unfit.length > 0) throw new Problem('import.headerInvalid', { params: { file }, faults: unfit });
  const faults = new FaultCollector(onFault);
  const reader = new ResponseRows(campaign, mapped, faults);
  let rows = 0;
  let batch: ImportedRow[] = [];
  const flush = async () => {
    if (batch.length > 0) await stageResponses(db, batch);
    batch = [];
    onProgress?.(rows);
  };
  for await (const row of table.rows) {
    rows += 1;
    const read = reader.read(row);
    if (read) batch.push(read);
    if (batch.length >= rowsAtOnce) await flush();
  }
  await flush();
  for await (const { line, first, value } of numberedTwice(db))
    faults.add({ where: mapped.nameOf('id'), line, value, reason: 'twice', params: { line: first } });
  if (faults.count === 0) {
    await nameStaged(db, campaign);
    for await (const row of differing(db, campaign))
      for (const fault of differences(row)) faults.add({ ...fault, where: mapped.nameOf(fault.where) });
  }
  if (faults.count === 0) return rows;
  throw new Problem('import.rowsFaulty', { params: { count: faults.count }, faults: faults.kept });
}

async function store(db: EntityManager, { cycleId, rules, zone }: ImportCampaign, now: Date): Promise<number> {
  const isAnonymous = rules.study === 'employee-happiness';
  const where = isAnonymous ? greenwich : zone; // of employees the same day as of those who answer here
  const consent = rules.consent.version;
  const added = await storeStaged(db, { cycleId, consent, today: dayIn(where, now), zone: where });
  const { least } = rules.anonymity;
  // Whoever knows the figures before and after would know what a handful answered.
  const isHandful = isAnonymous && added > 0 && added < least;
  if (isHandful) throw new Problem('campaign.importTooFew', { params: { added, least } });
  return added;
}
