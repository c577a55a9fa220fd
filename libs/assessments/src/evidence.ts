import { Inject, Injectable } from '@nestjs/common';
import type { ReadStream } from 'node:fs';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import { SETTINGS, type Settings } from '#settings';
import { ruleFor, type Criteria } from './criteria.js';
import { insertLink, keepFile, listEvidence, type EvidenceItem } from './evidence.queries.js';
import { EvidenceFiles } from './evidence-files.js';
import { fileNameOf } from '#media';
import { isOffice, isOwn, visibleTo, type CentreInCycle, type Visible } from './visible.js';

/** One criterion of one centre in one cycle. */
export interface EvidencePlace extends CentreInCycle {
  readonly criterion: string;
}

export interface EvidenceReceipt {
  readonly name: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly kind: string;
  readonly bytes: number;
}

/** A file ready to be sent. */
export interface OpenedEvidence {
  readonly name: string;
  readonly bytes: number;
  readonly content: ReadStream;
}

/** The most files of one criterion of one centre. */
const mostFiles = 50;

/** The files that gradings rest on. */
@Injectable()
export class Evidence {
  readonly files: EvidenceFiles;

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.files = new EvidenceFiles(settings.home);
  }

  /**
   * Takes a file for a criterion: of the agency until its self-assessment is due, of assessors until grading is, of the
   * office always. The same file under the same name again changes nothing.
   * @throws Problem `evidence.notTaken`, `evidence.tooMany`, and those of what is wrong with the file
   */
  async add(
    actor: Actor,
    place: EvidencePlace,
    file: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
    criteria: Criteria,
  ): Promise<EvidenceReceipt> {
    const name = fileNameOf(file.name);
    await this.database.read(async (db) => mayAdd(actor, place, await visibleTo(db, actor, place, 'read'), criteria));
    const received = await this.files.receive(file.content, name);
    const { hash, kind, bytes } = received;
    try {
      await this.database.transaction(async (db) => {
        const visible = await visibleTo(db, actor, place, 'lock');
        mayAdd(actor, place, visible, criteria);
        const { criterion } = place;
        const given = await listEvidence(db, visible.assessment, criterion);
        if (given.some((one) => one.hash === hash && one.name === name)) return;
        if (given.length >= mostFiles) throw new Problem('evidence.tooMany', { params: { max: mostFiles } });
        await this.files.keep(received); // durable before any row names it
        await keepFile(db, { hash, kind, bytes });
        await insertLink(db, visible.assessment, { criterion, name, hash, accountId: actor.accountId });
        await evidenceChanged(db);
      });
    } finally {
      await this.files.discard(received);
    }
    return { name, hash, kind, bytes };
  }

  /** The files given for a criterion, by name. */
  list(actor: Actor, place: EvidencePlace): Promise<EvidenceItem[]> {
    return this.database.read(async (db) => {
      const { assessment } = await visibleTo(db, actor, place, 'read');
      return listEvidence(db, assessment, place.criterion);
    });
  }

  /** Opens a file that was given for a criterion, under the name it was given last. @throws Problem `evidence.unknown` */
  async open(actor: Actor, place: EvidencePlace, hash: string): Promise<OpenedEvidence> {
    const items = await this.list(actor, place).catch(asUnknown);
    const item = items.findLast((one) => one.hash === hash);
    const file = item ? await this.files.open(hash) : null;
    if (!item || !file) throw new Problem('evidence.unknown');
    return { name: item.name, bytes: item.bytes, content: file.createReadStream() };
  }
}

/** Missing and not his answer alike. */
function asUnknown(error: unknown): never {
  if (error instanceof Problem && error.status === 404) throw new Problem('evidence.unknown');
  throw error;
}

function mayAdd(actor: Actor, { criterion }: EvidencePlace, visible: Visible, criteria: Criteria): void {
  const { assessment, slot } = visible;
  const rule = ruleFor(criteria, assessment.channelType, criterion);
  if (!rule) {
    const fault = { where: 'criterion', value: criterion, reason: 'unknown' } as const;
    throw new Problem('request.invalid', { faults: [fault] });
  }
  if (rule.evidence === 'none') throw new Problem('evidence.notTaken');
  if (isOffice(actor)) return;
  const inTime = (isOwn(actor, assessment) && assessment.selfOpen) || (slot !== null && assessment.gradingOpen);
  const due = slot === null ? assessment.selfDueOn : assessment.gradingDueOn;
  if (!inTime) throw new Problem('assessment.pastDue', { params: { due } });
}
