import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor, type Actor } from '#access';
import { Problem, type Language } from '#contract';
import { Cycles, type Cycle } from '#cycles';
import { Figures } from '#results';
import { ReadersLanguage } from '../http/language.js';
import { homePage, nothingPublished, type HomePage } from './home-page.js';
import { Trial } from './trial.js';

/** What a reader of the published page chooses. */
export class HomeChoice {
  @IsOptional() @IsString() @MaxLength(40) readonly cycle?: string;
  @IsOptional() @IsString() @MaxLength(100) readonly find?: string;
  @IsOptional() @Matches(/^(ar|en)$/) readonly language?: string;
}

/** The page at `/`: the published cycles, their agencies and headline figures, and the way to the scorecards. */
@Controller()
@ApiExcludeController()
export class HomeController {
  constructor(
    private readonly cycles: Cycles,
    private readonly figures: Figures,
    private readonly trial: Trial,
  ) {}

  @Get()
  @Allow('published.read')
  @Header('content-type', 'text/html; charset=utf-8')
  async show(
    @CurrentActor() actor: Actor,
    @ReadersLanguage() language: Language,
    @Query() choice: HomeChoice,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const cycles = (await this.cycles.list()).filter((cycle) => cycle.publishedAt ?? actor.can('cycle.read'));
    const frame = { language, here: request.originalUrl, account: actor.signedIn ? actor.name : null };
    const cycle = chosen(cycles, choice.cycle);
    if (!cycle) return nothingPublished(frame, actor.can('cycle.publish'));
    const { figures } = await this.figures.of(cycle.key);
    const page: HomePage = {
      ...frame,
      cycles,
      cycle,
      figures,
      find: choice.find?.trim() ?? '',
      trial: await this.trial.ways(),
    };
    return homePage(page);
  }
}

/** The cycle that was asked for, else the newest published. One that is not to be seen is as unknown as one that is not there. */
function chosen(cycles: readonly Cycle[], key: string | undefined): Cycle | null {
  if (key === undefined) return cycles.find((cycle) => cycle.publishedAt) ?? cycles[0] ?? null;
  const cycle = cycles.find((one) => one.key === key);
  if (!cycle) throw new Problem('cycle.unknown', { params: { cycle: key } });
  return cycle;
}
