import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Allow } from '#access';
import { figuresSchema, type CycleFigures } from '#figures';
import { agencyCodePattern } from '#network';
import { Figures } from '#results';
import { CycleKey } from '../cycles/cycles.dto.js';
import { Refuses } from '../docs/refuses.js';

/** Which figures of a cycle. */
export class FiguresChoice {
  @ApiProperty({ required: false, description: 'One agency by its code; all unless said.' })
  @IsOptional()
  @Matches(agencyCodePattern)
  readonly agency?: string;

  /** The language of refusals; figures have none. */
  @ApiProperty({ required: false, enum: ['ar', 'en'] })
  @IsOptional()
  @Matches(/^(ar|en)$/)
  readonly language?: string;
}

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
  async read(@Param() { cycle }: CycleKey, @Query() { agency }: FiguresChoice): Promise<CycleFigures> {
    return agency === undefined ? (await this.figures.of(cycle)).figures : this.figures.ofAgency(cycle, agency);
  }
}
