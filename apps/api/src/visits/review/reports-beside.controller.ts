import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { ReportsBeside, type ReportBeside } from '#visits';
import { Refuses } from '../../docs/refuses.js';
import { Reason, VisitAddress, VisitAndShopper } from '../plan/addresses.dto.js';
import { MovedAnswer } from '../plan/office-visits.dto.js';

/** What was recorded about a visit that went on without it. */
@Controller('api/v1/visits/:id/reports-beside')
@ApiTags('visits')
export class ReportsBesideController {
  constructor(private readonly reports: ReportsBeside) {}

  @Get()
  @Allow('visit.review')
  @Refuses('visit.unknown')
  @ApiOperation({ summary: 'The reports kept beside a visit, as they were sent; they never count' })
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object' } } })
  list(@Param() { id }: VisitAddress): Promise<ReportBeside[]> {
    return this.reports.list(id);
  }

  @Put(':shopper')
  @Allow('visit.replace')
  @Refuses('visit.unknown', 'visit.notShopper', 'visit.notHeld', 'visit.wayOpen')
  @ApiOperation({
    summary: 'Let the next report of a shopper in beside a visit that he had and cannot send any more',
    description: 'His tablet gets a receipt when it tries again. Once more, while none came, changes nothing.',
  })
  @ApiOkResponse({ type: MovedAnswer })
  async admit(
    @CurrentActor() actor: Actor,
    @Param() { id, shopper }: VisitAndShopper,
    @Body() { reason }: Reason,
  ): Promise<MovedAnswer> {
    return MovedAnswer.of(await this.reports.admit(actor, id, { shopper, reason }));
  }
}
