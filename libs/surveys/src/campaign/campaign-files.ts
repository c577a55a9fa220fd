import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { csvLine, readDocumentFile } from '#spreadsheets';
import { CampaignWays, type PlaceWays } from './campaign-ways.js';
import { Campaigns, type CampaignReceipt } from './campaigns.js';

/** The columns of a table of ways in. */
const columns = ['place', 'agency', 'agency_ar', 'agency_en', 'centre', 'centre_ar', 'centre_en', 'service', 'channel', 'way', 'code', 'address']; // prettier-ignore

/** Campaigns and their ways in as files. */
@Injectable()
export class CampaignFiles {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly places: CampaignWays,
  ) {}

  /**
   * Keeps the campaign of a JSON file of at most 5 MiB. Refuses with `import.fileUnreadable`, `import.fileTooLarge`,
   * `method.fileKind` for anything but JSON, and as `Campaigns.save` does.
   */
  async read(actor: Actor, file: string): Promise<CampaignReceipt> {
    const { json } = await readDocumentFile(file, () => {
      throw new Problem('method.fileKind', { params: { file } });
    });
    return this.campaigns.save(actor, json);
  }

  /**
   * Writes the ways in to all places of a campaign as a CSV, a line each. Refuses as `CampaignWays.ways` does, and with
   * `command.failed` where it cannot be written. @returns how many lines
   */
  async writeWays(code: string, file: string): Promise<number> {
    await this.places.ways(code); // what is not there makes no file
    let count = 0;
    const counted = (lines: readonly string[]) => {
      count += lines.length;
      return lines.join('');
    };
    const places = this.places.all(code);
    async function* table(): AsyncGenerator<string> {
      yield `\ufeff${csvLine(columns)}`;
      for await (const some of places) yield counted(some.flatMap(linesOf));
    }
    await pipeline(Readable.from(table()), createWriteStream(file)).catch((cause: unknown) => {
      if (cause instanceof Problem) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Problem('command.failed', { params: { reason } }, { cause });
    });
    return count;
  }
}

function linesOf({ n, agency, centre, service, channel, names, ways }: PlaceWays): string[] {
  const place = [n, agency, names.agency['ar'], names.agency['en'], centre, names.centre?.['ar'], names.centre?.['en'], service, channel]; // prettier-ignore
  return ways.map(({ way, code, address }) => csvLine([...place, way, code, address]));
}
