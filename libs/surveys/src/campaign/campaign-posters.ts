import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database } from '#database';
import { fonts } from '#printing';
import { face, poster } from '#reports';
import { CampaignWays } from './campaign-ways.js';
import { campaignOf, type StoredCampaign } from './campaign.queries.js';
import { findPlaceLine, type PlaceLine, type PlaceSought } from './place-rows.queries.js';
import { posterParts } from './poster-parts.js';
import { PosterPrinter } from './poster-printer.js';

/** A printed poster. */
export interface PrintedPoster {
  /** Of the file, in ASCII. */
  readonly name: string;
  readonly pdf: Uint8Array;
}

/** Printable pages by which people come to a survey. */
@Injectable()
export class CampaignPosters {
  constructor(
    private readonly database: Database,
    private readonly places: CampaignWays,
    private readonly printer: PosterPrinter,
  ) {}

  /**
   * The poster of a place: A4, in Arabic and English, with the QR code of its link. Refuses with `campaign.unknown`,
   * `campaign.invitedOnly` for one among employees, and `campaign.placeUnknown`, also before it is opened.
   */
  async poster(code: string, which: PlaceSought): Promise<PrintedPoster> {
    const { campaign, place } = await this.found(code, which);
    const way = await this.places.wayIn(place.n, 'link');
    const parts = posterParts(campaign.document, place, way);
    const html = poster(parts, await fonts(face));
    return { name: `${code}-${place.n}.pdf`, pdf: await this.printer.print(html) };
  }

  /** Writes it to a file. Refuses as `poster` does, and with `command.failed` where it cannot be written. */
  async write(code: string, which: PlaceSought, file: string): Promise<void> {
    const { pdf } = await this.poster(code, which);
    await writeFile(file, pdf).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Problem('command.failed', { params: { reason } }, { cause });
    });
  }

  private found(code: string, which: PlaceSought): Promise<{ campaign: StoredCampaign; place: PlaceLine }> {
    return this.database.read(async (db) => {
      const campaign = await campaignOf(db, code);
      if (campaign.document.study === 'employee-happiness')
        throw new Problem('campaign.invitedOnly', { params: { code } });
      const place = await findPlaceLine(db, campaign.id, which);
      const asked = 'n' in which ? which.n : [which.centre, which.service].filter(Boolean).join(' ');
      if (!place) throw new Problem('campaign.placeUnknown', { params: { code, place: String(asked).slice(0, 130) } });
      return { campaign, place };
    });
  }
}
