import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import type { DeviceWork } from '#fieldwork';
import { DeviceWorks, ShopperMoves } from '#visits';
import { Refuses } from '../../docs/refuses.js';
import { Told, ToldRefusal, VisitAddress } from './addresses.dto.js';

/** What a shopper's tablet takes with it, and what it tells before a visit is sent. */
@Controller('api/v1')
@ApiTags('devices')
export class DeviceWorkController {
  constructor(
    private readonly works: DeviceWorks,
    private readonly moves: ShopperMoves,
  ) {}

  @Get('device/work')
  @Allow('visit.work')
  @ApiOperation({
    summary: 'All a shopper needs to work without a network',
    description: 'His visits, the returned first with the notes about them, their scenarios and instruments.',
  })
  @ApiOkResponse({ schema: { type: 'object', description: 'DeviceWork' } })
  work(@CurrentActor() shopper: Actor): Promise<DeviceWork> {
    return this.works.of(shopper);
  }

  @Put('assignments/:id/acceptance')
  @HttpCode(204)
  @Allow('visit.accept')
  @Refuses('visit.unknown')
  @ApiOperation({ summary: 'Say that a visit will be made; told again it is no fault' })
  @ApiNoContentResponse({ description: 'It is accepted, or was before.' })
  accept(@CurrentActor() shopper: Actor, @Param() { id }: VisitAddress, @Body() told: Told): Promise<void> {
    return this.moves.accept(shopper, id, told);
  }

  @Put('assignments/:id/start')
  @HttpCode(204)
  @Allow('visit.start')
  @Refuses('visit.unknown')
  @ApiOperation({ summary: 'Say that a visit has begun; told again it is no fault' })
  @ApiNoContentResponse({ description: 'It is begun, or was before.' })
  start(@CurrentActor() shopper: Actor, @Param() { id }: VisitAddress, @Body() told: Told): Promise<void> {
    return this.moves.start(shopper, id, told);
  }

  @Put('assignments/:id/refusal')
  @HttpCode(204)
  @Allow('visit.decline')
  @Refuses('visit.unknown', 'visit.moveRefused')
  @ApiOperation({ summary: 'Give a visit back, with the reason; told again it is no fault' })
  @ApiNoContentResponse({ description: 'It waits to be assigned anew.' })
  decline(@CurrentActor() shopper: Actor, @Param() { id }: VisitAddress, @Body() told: ToldRefusal): Promise<void> {
    return this.moves.decline(shopper, id, told);
  }
}
