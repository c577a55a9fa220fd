import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { SETTINGS, type Settings } from '#settings';
import { languagesOf, mustBeOpen, Quotas, WrongCodes, type SurveyPlace } from '#surveys';
import { languageFor, type Asked } from './asked.js';
import { refusalPage, thanksPage } from './closing-pages.js';
import type { Entrance } from './entrance.js';
import { Entrances, type InvitedEntrance } from './entrances.js';
import type { Switch } from './frame.js';
import type { Shown } from './shown.js';
import { StartPages, type Halves } from './start-pages.js';
import { statementPage } from './statement-page.js';
import { SurveyTurns } from './survey-turns.js';
import { wordsIn } from './words.js';

/** How pages speak before it is known which survey they belong to. */
const habits = { numerals: 'latn', calendar: 'gregory' } as const;

/** A first page as it is the same for many. */
interface QuickPage {
  readonly code: string;
  readonly language: string;
  readonly halves: Halves;
}

/** The pages of a survey for whoever comes by its code or by a personal link. */
@Injectable()
export class SurveyPages {
  constructor(
    private readonly entrances: Entrances,
    private readonly starts: StartPages,
    private readonly turns: SurveyTurns,
    private readonly wrongCodes: WrongCodes,
    private readonly quotas: Quotas,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  start(code: string, asked: Asked): Promise<Shown> {
    return this.orRefusal(asked, () => this.entrances.byCode(code), `/s/${code}`, (entrance) => this.begin(entrance, asked)); // prettier-ignore
  }

  /** What the first page is made of, its language, and the code to stamp it for. Null: something stands against it, which `start` tells. */
  async quickStart(code: string, asked: Asked): Promise<QuickPage | null> {
    try {
      const entrance = await this.entrances.byCode(code);
      const language = await this.languageAt(entrance, asked);
      return { code: entrance.code, language, halves: this.starts.halves(entrance, language) };
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  startInvited(token: string, asked: Asked): Promise<Shown> {
    return this.orRefusal(
      asked,
      () => this.entrances.byToken(token),
      `/a/${token}`,
      (entrance) => {
        mustBeGood(entrance);
        return this.begin(entrance, asked, entrance.invitation.language);
      },
    );
  }

  turn(code: string, body: unknown, asked: Asked): Promise<Shown> {
    const find = () => this.entrances.byCode(code);
    return this.orRefusal(
      asked,
      find,
      `/s/${code}`,
      (entrance) => this.turns.take(entrance, body, asked.address),
      body,
    );
  }

  turnInvited(body: unknown, asked: Asked): Promise<Shown> {
    const { token } = (body ?? {}) as { readonly token?: string };
    const find = () => this.entrances.byToken(token ?? '');
    return this.orRefusal(asked, find, null, (entrance) => this.turns.take(entrance, body, asked.address), body);
  }

  thanks(code: string, isAgain: boolean, asked: Asked): Promise<Shown> {
    const here = `/s/${code}/thanks`;
    return this.orRefusal(
      asked,
      () => this.entrances.anyByCode(code),
      here,
      ({ place }) => {
        const words = wordsIn(languageFor(place, asked, this.settings.language), place.campaign);
        const other = switchAt(`${here}?${isAgain ? 'again=1&' : ''}`, place);
        return { status: 200, language: words.language, page: thanksPage({ words, place, switch: other }, isAgain) };
      },
    );
  }

  statement(code: string, asked: Asked): Promise<Shown> {
    const here = `/s/${code}/statement`;
    return this.orRefusal(
      asked,
      () => this.entrances.anyByCode(code),
      here,
      ({ place, way, action }) => {
        const words = wordsIn(languageFor(place, asked, this.settings.language), place.campaign);
        const start = way === 'personal' ? null : `${action}?language=${words.language}`;
        const page = statementPage({ words, place, start, switch: switchAt(`${here}?`, place) });
        return { status: 200, language: words.language, page };
      },
    );
  }

  private async begin(entrance: Entrance, asked: Asked, invited?: string): Promise<Shown> {
    const language = await this.languageAt(entrance, asked, invited);
    return { status: 200, language, page: await this.starts.page(entrance, language) };
  }

  /**
   * Of whoever begins: who has begun goes on, also when enough is answered meanwhile.
   * @throws Problem `campaign.notOpen`, `campaign.notYetOpen`, `campaign.over`, `campaign.enough`
   */
  private async languageAt({ place }: Entrance, asked: Asked, invited?: string): Promise<string> {
    mustBeOpen(place, Date.now());
    await this.quotas.mustHaveRoom(place);
    return languageFor(place, asked, this.settings.language, invited);
  }

  /**
   * What `show` gives, or a page that says why not in the look of the survey. What is no matter of surveys goes on to be told as
   * everywhere.
   * @param here the address to be turned into another language; null: there is none
   * @param body a form, when one was sent: it names its language
   */
  private async orRefusal<Way extends Entrance & Partial<InvitedEntrance>>(
    asked: Asked,
    find: () => Promise<Way>,
    here: string | null,
    show: (entrance: Way) => Promise<Shown> | Shown,
    body?: unknown,
  ): Promise<Shown> {
    let place: SurveyPlace | null = null;
    let invited: string | undefined;
    try {
      const entrance = await this.wrongCodes.hold(asked.address, find);
      place = entrance.place;
      invited = entrance.invitation?.language;
      return await show(entrance);
    } catch (error) {
      if (!(error instanceof Problem) || !/^(campaign|response|invitation)\./.test(error.code)) throw error;
      const chosen = (body as { readonly language?: string } | undefined)?.language ?? asked.chosen;
      const language = languageFor(place, { ...asked, chosen }, this.settings.language, invited);
      const words = wordsIn(language, place?.campaign ?? habits);
      const other = here === null ? noSwitch : switchAt(`${encodeURI(here)}?`, place);
      const page = refusalPage({ words, place, switch: other }, error, body !== undefined);
      return { status: error.status, language, page };
    }
  }
}

const noSwitch: Switch = { kind: 'form', languages: [] };

function switchAt(here: string, place: SurveyPlace | null): Switch {
  const languages = place ? languagesOf(place) : ['ar', 'en'];
  return { kind: 'address', languages, address: (tag) => `${here}language=${tag}` };
}

/** @throws Problem `invitation.used`, `invitation.expired` */
function mustBeGood({ invitation }: InvitedEntrance): void {
  if (invitation.state !== 'open') throw new Problem(`invitation.${invitation.state}`);
}
