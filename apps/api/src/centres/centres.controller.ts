import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { Violations } from '#assessments';
import { Centres } from '#network';
import { Refuses } from '../docs/refuses.js';
import {
  CentreAnswer,
  CentreCode,
  ViolationAddress,
  ViolationAnswer,
  ViolationEnd,
  ViolationNote,
} from './centres.dto.js';

@Controller('api/v1/centres')
@ApiTags('centres')
export class CentresController {
  constructor(
    private readonly centres: Centres,
    private readonly violations: Violations,
  ) {}

  @Get()
  @Allow('centre.read')
  @ApiOperation({ summary: 'All service centres, by code' })
  @ApiOkResponse({ type: [CentreAnswer] })
  async list(): Promise<CentreAnswer[]> {
    return (await this.centres.list()).map((centre) => CentreAnswer.of(centre));
  }

  @Get(':centre/violations')
  @Allow('violation.read')
  @Refuses('centre.unknown')
  @ApiOperation({ summary: 'The violations found at a centre, the newest first' })
  @ApiOkResponse({ type: [ViolationAnswer] })
  async listViolations(@Param() { centre }: CentreCode): Promise<ViolationAnswer[]> {
    return (await this.violations.list(centre)).map((violation) => ViolationAnswer.of(violation));
  }

  @Put(':centre/violations/:id')
  @Allow('violation.write')
  @Refuses('centre.unknown', 'violation.conflict')
  @ApiOperation({
    summary: 'Note a violation',
    description:
      'While it is open at the end of a cycle, a gate of the scheme may cap the star. Once more changes nothing.',
  })
  @ApiOkResponse({ type: ViolationAnswer })
  async open(@Param() { centre, id }: ViolationAddress, @Body() note: ViolationNote): Promise<ViolationAnswer> {
    return ViolationAnswer.of(await this.violations.open(centre, { id, ...note }));
  }

  @Put(':centre/violations/:id/end')
  @Allow('violation.write')
  @Refuses('centre.unknown', 'violation.unknown', 'violation.conflict')
  @ApiOperation({ summary: 'Say that a violation was put right on a day' })
  @ApiOkResponse({ type: ViolationAnswer })
  async close(@Param() { centre, id }: ViolationAddress, @Body() { closedOn }: ViolationEnd): Promise<ViolationAnswer> {
    return ViolationAnswer.of(await this.violations.close(centre, id, closedOn));
  }
}
