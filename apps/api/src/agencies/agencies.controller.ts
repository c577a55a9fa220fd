import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { periodOf } from '#cycles';
import { Agencies } from '#network';
import { Refuses } from '../docs/refuses.js';
import { AgencyAnswer, SuccessionLine, SuccessionStart } from './agencies.dto.js';

@Controller('api/v1/agencies')
@ApiTags('agencies')
export class AgenciesController {
  constructor(private readonly agencies: Agencies) {}

  @Get()
  @Allow('agency.read')
  @ApiOperation({ summary: 'All agencies, by code' })
  @ApiOkResponse({ type: [AgencyAnswer] })
  async list(): Promise<AgencyAnswer[]> {
    return (await this.agencies.list()).map((agency) => AgencyAnswer.of(agency));
  }

  @Put(':predecessor/successors/:successor')
  @HttpCode(204)
  @Allow('agency.succeed')
  @Refuses('agency.unknown', 'agency.selfSuccession', 'agency.successionLoop', 'cycle.keyInvalid')
  @ApiOperation({
    summary: 'One agency goes on as another',
    description: 'One line for a renaming; one a part for a merger or a split. Once more changes nothing.',
  })
  @ApiNoContentResponse({ description: 'It is so from now on.' })
  succeed(@Param() { predecessor, successor }: SuccessionLine, @Body() { since }: SuccessionStart): Promise<void> {
    return this.agencies.succeed({ predecessor, successor, since: periodOf(since).startsOn });
  }
}
