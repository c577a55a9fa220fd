import { Injectable } from '@nestjs/common';
import { Problem, type Fault } from '#contract';
import { Database } from '#database';
import { contentHash, locatedFault } from '#documents';
import { instrumentFromXlsForm, type AboutForm } from '#instruments';
import { readDocumentFile, readWorkbook, writeWorkbook } from '#spreadsheets';
import { rulesOf, type MethodDifference } from './method-rules.js';
import type { MethodKind, MethodVersion } from './method-version.entity.js';
import {
  findMethod,
  keepDraft,
  lockedMethodOf,
  listMethods,
  markPublished,
  methodOf,
  type MethodLine,
  type MethodName,
} from './method.queries.js';

/** What saving a document did. */
export interface MethodReceipt extends MethodName {
  readonly hash: string;
  /** False: exactly this document was there already. */
  readonly changed: boolean;
  readonly published: boolean;
  /** What still stands in the way of publishing it. */
  readonly beforePublishing: readonly Fault[];
}

/** Instruments and rating schemes as versioned documents: drafts may change, a published version never does. */
@Injectable()
export class Methods {
  constructor(private readonly database: Database) {}

  /** All versions of a kind by code, the newest first. */
  list(kind: MethodKind): Promise<MethodLine[]> {
    return this.database.read((db) => listMethods(db, kind));
  }

  /** One version. Refuses with `method.unknown`. */
  find(name: MethodName): Promise<MethodVersion> {
    return this.database.read((db) => methodOf(db, name));
  }

  /** Keeps a document as a draft. Refuses with `method.faulty` and all that is wrong, or `method.frozen`. */
  async save(kind: MethodKind, json: unknown): Promise<MethodReceipt> {
    const { document, faults } = rulesOf(kind).read(json);
    if (!document) throw faulty(faults);
    const name = { kind, code: document.code, version: document.version };
    const hash = contentHash(document);
    return this.database.transaction(async (db) => {
      const earlier = await findMethod(db, name);
      if (earlier?.publishedAt && earlier.hash !== hash) throw new Problem('method.frozen', { params: { ...name } });
      if (earlier?.hash !== hash) await keepDraft(db, name, hash, document);
      return {
        ...name,
        hash,
        changed: earlier?.hash !== hash,
        published: earlier?.publishedAt != null,
        beforePublishing: rulesOf(kind).publishFaults(document),
      };
    });
  }

  /** Keeps the document of a JSON file or a workbook as a draft; faults name sheet, row and column. */
  async importFile(kind: MethodKind, file: string): Promise<MethodReceipt> {
    const rules = rulesOf(kind);
    const { json, faults, inSheets } = await readDocumentFile(file, (sheets) => rules.fromSheets(sheets));
    if (faults.length > 0) throw faulty(faults);
    const read = rules.read(json);
    if (!read.document) throw faulty(read.faults.map(inSheets));
    return this.save(kind, json);
  }

  /** Keeps the questionnaire of an XLSForm as a draft, as far as it maps; what does not is refused by sheet, row and column. */
  async importXlsForm(file: string, about: AboutForm): Promise<MethodReceipt> {
    const { document, faults, origins } = instrumentFromXlsForm(await readWorkbook(file), about);
    if (faults.length > 0) throw faulty(faults);
    const read = rulesOf('instrument').read(document);
    if (!read.document) throw faulty(read.faults.map((fault) => locatedFault(origins, fault)));
    return this.save('instrument', document);
  }

  /**
   * Makes a draft unchangeable. Once more changes nothing. Refuses with `method.faulty` when a text is missing in a
   * language or what it says of the version before is untrue, and with `method.notNext` when that one is not published.
   */
  publish(name: MethodName): Promise<MethodVersion> {
    return this.database.transaction(async (db) => {
      const method = await lockedMethodOf(db, name); // what is checked is what is published
      if (method.publishedAt) return method;
      const rules = rulesOf(name.kind);
      const { document } = rules.read(method.document);
      if (!document) throw new Error(`A draft that could be saved can not be read: ${method.id}`);
      const faults = [...rules.publishFaults(document)];
      const follows = (document as { previous?: { version: number } }).previous?.version;
      if (follows !== undefined) {
        const before = await findMethod(db, { ...name, version: follows });
        const earlier = before?.publishedAt ? rules.read(before.document).document : null;
        if (!earlier) throw new Problem('method.notNext', { params: { ...name, previous: follows } });
        faults.push(...rules.continuationFaults(earlier, document));
      }
      if (faults.length > 0) throw faulty(faults);
      await markPublished(db, method.id);
      return methodOf(db, name);
    });
  }

  /** What differs between two versions of one document, in the order of the document. */
  differences(kind: MethodKind, code: string, from: number, to: number): Promise<readonly MethodDifference[]> {
    return this.database.read(async (db) => {
      const rules = rulesOf(kind);
      const [before, after] = [
        rules.read((await methodOf(db, { kind, code, version: from })).document).document,
        rules.read((await methodOf(db, { kind, code, version: to })).document).document,
      ];
      if (!before || !after) throw new Error(`A version that could be saved can not be read: ${code}`);
      return rules.differences(before, after);
    });
  }

  /** One version as a file: JSON that can be read back, or a workbook to edit. */
  async exportFile(name: MethodName, as: 'json' | 'xlsx'): Promise<Buffer> {
    const { document, hash } = await this.find(name);
    if (as === 'json') return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
    const read = rulesOf(name.kind).read(document).document;
    if (!read) throw new Error(`A version that could be saved can not be read: ${hash}`);
    return writeWorkbook(rulesOf(name.kind).sheetsOf(read));
  }
}

function faulty(faults: readonly Fault[]): Problem {
  return new Problem('method.faulty', { params: { count: faults.length }, faults: faults.slice(0, 1_000) });
}
