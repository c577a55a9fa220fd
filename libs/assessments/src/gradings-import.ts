import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Actor } from '#access';
import { Problem } from '#contract';
import { cycleOf, type Cycle } from '#cycles';
import { Database, evidenceChanged } from '#database';
import { listServing, lockAccount } from '#network';
import { keepAssessments } from './assessment.queries.js';
import { insertAssignment, listAssigned } from './assignment.queries.js';
import type { Criteria } from './criteria.js';
import { Evidence } from './evidence.js';
import { insertLink, keepFile } from './evidence.queries.js';
import { FolderFiles } from './folder-files.js';
import { GradingsPlan, type PlannedRow } from './gradings-plan.js';
import { insertGradings, insertImport, listLatest, lockAssessments } from './gradings-import.queries.js';
import { Faults, readGradings, type GradingRow } from './gradings-reader.js';
import { listStandings } from './standing.queries.js';

export interface GradingsImportRequest {
  /** The path of a CSV or .xlsx file with the columns centre, criterion, assessor, level, reason; na, evidence, agency. */
  readonly file: string;
  /** The key of a cycle that is there. */
  readonly cycle: string;
  /** The folder of the files that the column `evidence` names. */
  readonly evidence?: string;
}

/** What an import of gradings did. The same file a second time: everything unchanged. */
export interface GradingsImportReceipt {
  readonly cycle: string;
  readonly rows: number;
  readonly added: number;
  /** Gradings that follow an earlier one of the same account with other content; the earlier stays. */
  readonly corrected: number;
  readonly unchanged: number;
  /** Files given for a criterion that were not before. */
  readonly files: number;
  readonly assigned: number;
}

const rowsAtOnce = 1_000;

/** Takes gradings that were collected elsewhere, by the office: due days do not bind it. */
@Injectable()
export class GradingsImport {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly evidence: Evidence,
  ) {}

  /** Imports a file whole or not at all; everything wrong with it is told together. */
  async run(request: GradingsImportRequest, criteria: Criteria): Promise<GradingsImportReceipt> {
    const faults = new Faults();
    const rows = await readGradings(request.file, faults);
    const files = new FolderFiles(this.evidence.files, request.evidence ?? null);
    try {
      await files.receive(rows, faults);
      const actors = await this.actorsIn(rows);
      const sha256 = await fingerprintOf(request.file);
      return await this.database.transaction(async (db) => {
        const cycle = await cycleOf(db, request.cycle);
        const plan = await planned(db, cycle, { rows, actors, criteria, faults });
        faults.refuse();
        await files.keep(); // durable before any row names it
        const from = { fileName: basename(request.file), sha256, rows: rows.length };
        const stored = await storeGradings(db, cycle, plan.rows, from);
        for (const { centreId, slot, accountId } of plan.assignments) {
          await insertAssignment(db, { cycleId: cycle.id, centreId }, slot, accountId);
        }
        const receipt = {
          ...stored,
          files: await linkFiles(db, cycle, plan, files),
          assigned: plan.assignments.length,
        };
        if (receipt.added + receipt.corrected + receipt.files + receipt.assigned > 0) await evidenceChanged(db);
        return { cycle: cycle.key, rows: rows.length, ...receipt };
      });
    } finally {
      await files.discard();
    }
  }

  private async actorsIn(rows: readonly GradingRow[]): Promise<Map<string, Actor>> {
    const actors = new Map<string, Actor>();
    for (const name of new Set(rows.map(({ assessor }) => assessor))) {
      const actor = await this.accounts.actorNamed(name).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'access.accountUnknown') return null;
        throw error;
      });
      if (actor) actors.set(name, actor);
    }
    return actors;
  }
}

interface Sent {
  readonly rows: readonly GradingRow[];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly criteria: Criteria;
  readonly faults: Faults;
}

/** Opens the assessments a file needs, holds them, and holds the rows against them. A refusal undoes all of it. */
async function planned(db: EntityManager, cycle: Cycle, { rows, actors, ...sent }: Sent): Promise<GradingsPlan> {
  const accountIds = [...actors.values()].flatMap(({ accountId }) => accountId ?? []).sort();
  for (const accountId of accountIds) await lockAccount(db, accountId);
  const codes = new Set(rows.map(({ centre }) => centre));
  const serving = (await listServing(db, cycle)).filter(({ code }) => codes.has(code));
  const ids = serving.map(({ id }) => id);
  await keepAssessments(
    db,
    cycle,
    serving.map(({ id, agencyId }) => ({ centreId: id, agencyId })),
  );
  const agencies = await lockAssessments(db, cycle.id, ids); // one that was opened before keeps its agency
  const centres = new Map(
    serving.map((centre) => [centre.code, { ...centre, agencyId: agencies.get(centre.id) ?? centre.agencyId }]),
  );
  const assigned = await listAssigned(db, cycle.id, ids);
  const standings = await listStandings(db, cycle.id, ids);
  const plan = new GradingsPlan({ criteria: sent.criteria, centres, actors, assigned, standings }, sent.faults);
  for (const row of rows) await plan.add(db, row);
  plan.checkSettlements();
  return plan;
}

/** Stores what differs from the latest of its account about its criterion. */
async function storeGradings(
  db: EntityManager,
  { id: cycleId }: Cycle,
  rows: readonly PlannedRow[],
  from: { fileName: string; sha256: string; rows: number },
): Promise<Pick<GradingsImportReceipt, 'added' | 'corrected' | 'unchanged'>> {
  const latest = await listLatest(db, cycleId, [...new Set(rows.map(({ centreId }) => centreId))]);
  const known = new Map(latest.map((grading) => [keyOf(grading), grading]));
  const changed = rows.flatMap((row) => {
    const earlier = known.get(keyOf(row));
    const same = earlier?.level === row.level && earlier.reason === row.reason;
    return earlier && same ? [] : [{ ...row, revision: (earlier?.revision ?? 0) + 1 }];
  });
  if (changed.length > 0) {
    const importId = await insertImport(db, from);
    for (let first = 0; first < changed.length; first += rowsAtOnce) {
      await insertGradings(db, { cycleId, importId }, changed.slice(first, first + rowsAtOnce));
    }
  }
  const added = changed.filter(({ revision }) => revision === 1).length;
  return { added, corrected: changed.length - added, unchanged: rows.length - changed.length };
}

function keyOf(row: Pick<PlannedRow, 'centreId' | 'criterion' | 'by' | 'accountId'>): string {
  return `${row.centreId} ${row.criterion} ${row.by} ${row.accountId}`;
}

/** Notes the files that rows name. @returns how many were not given for their criterion before */
async function linkFiles(db: EntityManager, cycle: Cycle, plan: GradingsPlan, files: FolderFiles): Promise<number> {
  let added = 0;
  for (const { row, centreId, agencyId, criterion, accountId } of plan.rows) {
    const file = row.evidence === null ? null : files.named(row.evidence);
    if (!file) continue;
    await keepFile(db, file);
    const at = { cycleId: cycle.id, agencyId, centreId };
    if (await insertLink(db, at, { criterion, name: file.name, hash: file.hash, accountId })) added += 1;
  }
  return added;
}

/** The SHA-256 of a file, hexadecimal. */
async function fingerprintOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
