import { Injectable } from '@nestjs/common';
import type { Way } from '#campaigns';
import { Problem } from '#contract';
import { OpenCampaigns, PersonalLinks, type FoundInvitation } from '#surveys';
import type { Entrance } from './entrance.js';

/** Somebody with a personal link. */
export interface InvitedEntrance extends Entrance {
  readonly invitation: FoundInvitation;
}

/** Ways whose codes lead to a page that anybody may open. */
const open: ReadonlySet<Way> = new Set(['link', 'kiosk', 'embed']);

/** Finds what a code or a personal link leads to, in whatever state it is. Looking spends nothing. */
@Injectable()
export class Entrances {
  constructor(
    private readonly campaigns: OpenCampaigns,
    private readonly links: PersonalLinks,
  ) {}

  /** @throws Problem `response.wayUnknown`, also for codes that only devices, files or personal links use */
  async byCode(code: string): Promise<Entrance> {
    const entrance = await this.anyByCode(code);
    const isForAll = open.has(entrance.way) && entrance.place.campaign.study !== 'employee-happiness';
    if (!isForAll) throw new Problem('response.wayUnknown');
    return entrance;
  }

  /** The same of any code: to read about a survey. */
  async anyByCode(code: string): Promise<Entrance> {
    const plain = code.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1');
    const { place, way } = await this.campaigns.wayIn(plain);
    return { place, way, code: plain, action: `/s/${plain}`, token: null };
  }

  /** @throws Problem `invitation.unknown` */
  async byToken(token: string): Promise<InvitedEntrance> {
    const invitation = await this.links.invitationOf(token);
    const place = await this.campaigns.place(invitation.place);
    if (!place) throw new Problem('invitation.unknown');
    const code = await this.campaigns.codeFor(place.n, 'personal');
    return { place, way: 'personal', code, action: '/a', token, invitation };
  }
}
