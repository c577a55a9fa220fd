import { open, writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { VisitPlans, type PlanReceipt } from './visit-plans.js';

/** The most bytes of a plan: one that names 5,000 centres stays below 1 MB. */
const largestPlan = 5 * 1024 * 1024;

/** Plans as JSON files. */
@Injectable()
export class PlanFiles {
  constructor(private readonly plans: VisitPlans) {}

  /**
   * Keeps the plan of a file. Refuses with `import.fileUnreadable`, `import.fileTooLarge`, `method.fileKind` for what is no JSON
   * in UTF-8, and as `VisitPlans.save` does.
   */
  async read(cycleKey: string, file: string): Promise<PlanReceipt> {
    return this.plans.save(cycleKey, jsonIn(await bytesOf(file), file));
  }

  /** Writes the plan of a cycle with all its defaults: it can be read back. Refuses as `VisitPlans.find` does. */
  async write(cycleKey: string, file: string): Promise<void> {
    const { plan } = await this.plans.find(cycleKey);
    await writeFile(file, `${JSON.stringify(plan, null, 2)}\n`);
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new Problem('import.fileUnreadable', { params: { file } }, { cause });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Problem('import.fileUnreadable', { params: { file } });
    if (stat.size > largestPlan) {
      throw new Problem('import.fileTooLarge', { params: { file, where: `${stat.size} B`, max: largestPlan } });
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function jsonIn(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new Problem('method.fileKind', { params: { file } }, { cause });
  }
}
