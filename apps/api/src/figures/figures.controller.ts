import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { figuresSchema, type CycleFigures } from '#figures';
import { Figures } from '#results';
import { AgencyChoice, CycleKey } from '../cycles/cycles.dto.js';
import { Refuses } from '../docs/refuses.js';

@Controller('api/v1/cycles/:cycle/figures')
@ApiTags('figures')
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  @Get()
  @Allow('figures.read')
  @Refuses('cycle.unknown', 'agency.unknown')
  @ApiOperation({
    summary: 'Every figure of a cycle’s reports, unrounded, with its n, interval, definition and sources',
  })
  @ApiOkResponse({ schema: figuresSchema })
  async read(@Param() { cycle }: CycleKey, @Query() { agency }: AgencyChoice): Promise<CycleFigures> {
    return agency === undefined ? (await this.figures.of(cycle)).figures : this.figures.ofAgency(cycle, agency);
  }
}
