import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import {
  Stars,
  StarTrials,
  type CentreStars,
  type FormAnswers,
  type ProgrammeStars,
  type StarChange,
  type StarLine,
  type StarRobustness,
  type WhatIfStars,
} from '#results';
import { AgencyChoice, CycleKey } from '../cycles/cycles.dto.js';
import { Refuses } from '../docs/refuses.js';
import { SentDocument } from '../http/sent-document.js';
import { CentreAddress, CentrePage } from './stars.dto.js';

const anyObject = { schema: { type: 'object' } } as const;

/** Scores and stars of a cycle, computed from its evidence each time they are asked for. */
@Controller('api/v1/cycles/:cycle/stars')
@ApiTags('stars')
export class StarsController {
  constructor(
    private readonly stars: Stars,
    private readonly trials: StarTrials,
  ) {}

  @Get()
  @Allow('stars.read')
  @Refuses('cycle.unknown', 'cycle.schemeMissing')
  @ApiOperation({ summary: 'The stars of all agencies, their spread over the centres, and what moved' })
  @ApiOkResponse(anyObject)
  programme(@Param() { cycle }: CycleKey): Promise<ProgrammeStars> {
    return this.stars.programme(cycle);
  }

  @Get('centres')
  @Allow('stars.read')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'agency.unknown')
  @ApiOperation({ summary: 'Centres with score, star, the gates that fired, and the cycle before; a page at a time' })
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object' } } })
  centres(@Param() { cycle }: CycleKey, @Query() { agency, after, most }: CentrePage): Promise<StarLine[]> {
    return this.stars.centres(cycle, {
      ...(agency === undefined ? {} : { agency }),
      ...(after === undefined ? {} : { after }),
      ...(most === undefined ? {} : { most }),
    });
  }

  @Get('centres/:centre')
  @Allow('stars.read')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'centre.unknown')
  @ApiOperation({
    summary: 'One centre: its tree down to what fed it, its gates, the cheapest way to the next star, its change',
  })
  @ApiOkResponse(anyObject)
  centre(@Param() { cycle, centre }: CentreAddress): Promise<CentreStars> {
    return this.stars.centre(cycle, centre);
  }

  @Get('centres/:centre/answers')
  @Allow('stars.read')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'centre.unknown')
  @ApiOperation({
    summary: 'The answers behind one centre’s scores: how often each was given, form by form, item by item',
  })
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object' } } })
  answers(@Param() { cycle, centre }: CentreAddress): Promise<FormAnswers[]> {
    return this.stars.answers(cycle, centre);
  }

  @Get('change')
  @Allow('stars.read')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'agency.unknown')
  @ApiOperation({
    summary: 'What part of the change since the cycle before is real, and what part a changed yardstick',
    description: 'Null when there is no cycle before with a scheme. Across a series break the change is refused.',
  })
  @ApiOkResponse({ schema: { type: ['object', 'null'] } })
  change(@Param() { cycle }: CycleKey, @Query() { agency }: AgencyChoice): Promise<StarChange | null> {
    return this.stars.change(cycle, agency);
  }

  @Get('robustness')
  @Allow('stars.try')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'agency.unknown', 'stars.tooMany')
  @ApiOperation({ summary: 'How far score, rank and star depend on the weights and the formula' })
  @ApiOkResponse(anyObject)
  robustness(@Param() { cycle }: CycleKey, @Query() { agency }: AgencyChoice): Promise<StarRobustness> {
    return this.trials.robustness(cycle, agency);
  }

  @Post('what-if')
  @HttpCode(200)
  @Allow('stars.try')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'method.faulty')
  @ApiOperation({
    summary: 'Which stars would move with other weights, bands, gates or gradings; nothing is kept',
    description: 'For this cycle, and the change of the scheme for the cycle before too.',
  })
  @ApiBody({ schema: { type: 'object' } })
  @ApiOkResponse(anyObject)
  whatIf(@Param() { cycle }: CycleKey, @SentDocument() question: unknown): Promise<WhatIfStars> {
    return this.trials.whatIf(cycle, question);
  }
}
