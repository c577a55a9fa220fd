import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { programmeName, Scorecards } from '#scorecards';
import { CycleKey } from '../cycles/cycles.dto.js';
import { Refuses } from '../docs/refuses.js';
import { PrintChoice, ProgressAnswer, QueuedAnswer, ReportAddress } from './scorecards.dto.js';

@Controller('api/v1/cycles/:cycle/scorecards')
@ApiTags('scorecards')
export class ScorecardsController {
  constructor(private readonly scorecards: Scorecards) {}

  @Post()
  @HttpCode(202)
  @Allow('scorecard.print')
  @Refuses('cycle.unknown', 'agency.unknown')
  @ApiOperation({ summary: 'Queue scorecards and the programme report for printing' })
  @ApiAcceptedResponse({ type: QueuedAnswer })
  async print(@Param() { cycle }: CycleKey, @Body() choice: PrintChoice): Promise<QueuedAnswer> {
    return { queued: await this.scorecards.queue({ cycle, ...choice }) };
  }

  @Get()
  @Allow('scorecard.read')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'How far the printing of a cycle is' })
  @ApiOkResponse({ type: ProgressAnswer })
  progress(@Param() { cycle }: CycleKey): Promise<ProgressAnswer> {
    return this.scorecards.progress(cycle);
  }

  @Get(':agency/:language')
  @Allow('published.read')
  @Refuses('scorecard.unknown', 'scorecard.notPrintedYet', 'scorecard.failed')
  @ApiOperation({
    summary: 'One printed report',
    description: 'Everybody may read those of published cycles. One that is not printed yet is printed while you wait.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { cycle, agency, language }: ReportAddress,
  ): Promise<StreamableFile> {
    const subject = { cycle, agency: agency === programmeName ? null : agency, language };
    const { content, name, bytes } = await this.scorecards.read(actor, subject);
    return new StreamableFile(content, {
      type: 'application/pdf',
      disposition: `inline; filename="${name}"`,
      length: bytes,
    });
  }
}
