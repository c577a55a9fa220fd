import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { sheetsOfVisitPlan, visitPlanFromSheets } from '#fieldwork';
import { readDocumentFile, withSentFile, writeWorkbook } from '#spreadsheets';
import { planInvalid } from './plan-faults.js';
import { VisitPlans, type PlanReceipt } from './visit-plans.js';

/** A plan that names 5,000 centres stays far below: nobody's memory is filled with empty cells. */
const largest = { rows: 10_000, cells: 100_000 };

/** Plans as files: JSON, or a workbook to edit. */
@Injectable()
export class PlanFiles {
  constructor(private readonly plans: VisitPlans) {}

  /**
   * Keeps the plan of a file, JSON or a workbook: its content decides. Faults of a workbook name sheet, line and column. Refuses with
   * `import.fileUnreadable`, `import.fileTooLarge`, `import.fileKind`, `method.fileKind`, and as `VisitPlans.save` does.
   */
  async read(cycleKey: string, file: string): Promise<PlanReceipt> {
    const { json, faults, inSheets } = await readDocumentFile(file, visitPlanFromSheets, largest);
    if (faults.length > 0) throw planInvalid(faults);
    return this.plans.save(cycleKey, json, inSheets);
  }

  /** Keeps the plan of a file that is sent. Refuses as `read` does, and while it comes in when it is too large. */
  receive(cycleKey: string, content: AsyncIterable<Uint8Array>): Promise<PlanReceipt> {
    return withSentFile({ name: workbookNameOf(cycleKey), content }, (file) => this.read(cycleKey, file));
  }

  /**
   * Writes the plan of a cycle with all its defaults, as a workbook where the name of the file ends so, else as JSON: either can be
   * read back. Refuses as `VisitPlans.find` does.
   */
  async write(cycleKey: string, file: string): Promise<void> {
    const content = file.toLowerCase().endsWith('.xlsx') ? await this.workbook(cycleKey) : await this.json(cycleKey);
    await writeFile(file, content);
  }

  /** The plan of a cycle as a workbook. Refuses as `VisitPlans.find` does. */
  async workbook(cycleKey: string): Promise<Buffer> {
    const { plan } = await this.plans.find(cycleKey);
    return writeWorkbook(sheetsOfVisitPlan(plan));
  }

  private async json(cycleKey: string): Promise<string> {
    const { plan } = await this.plans.find(cycleKey);
    return `${JSON.stringify(plan, null, 2)}\n`;
  }
}

/** What the workbook of a cycle's plan is called. */
export function workbookNameOf(cycleKey: string): string {
  return `visit-plan-${cycleKey}.xlsx`;
}
