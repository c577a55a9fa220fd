import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { Cycles } from '#cycles';
import { Refuses } from '../docs/refuses.js';
import { CycleAnswer, CycleKey, SchemeToOpen } from './cycles.dto.js';

@Controller('api/v1/cycles')
@ApiTags('cycles')
export class CyclesController {
  constructor(private readonly cycles: Cycles) {}

  @Get()
  @Allow('cycle.read')
  @ApiOperation({ summary: 'All cycles, the newest first' })
  @ApiOkResponse({ type: [CycleAnswer] })
  async list(): Promise<CycleAnswer[]> {
    return (await this.cycles.list()).map((cycle) => CycleAnswer.of(cycle));
  }

  @Put(':cycle/scheme')
  @Allow('cycle.open')
  @Refuses('cycle.keyInvalid', 'cycle.notYet', 'cycle.schemeFixed', 'method.unknown', 'method.faulty', 'method.notNext')
  @ApiOperation({
    summary: 'Open a cycle with a rating scheme',
    description:
      'The version is published by this if it was a draft, and fixed for the cycle. Once more changes nothing.',
  })
  @ApiOkResponse({ type: CycleAnswer })
  async open(@Param() { cycle }: CycleKey, @Body() { code, version }: SchemeToOpen): Promise<CycleAnswer> {
    return CycleAnswer.of(await this.cycles.open(cycle, { code, version }));
  }

  @Put(':cycle/publication')
  @Allow('cycle.publish')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'Let everybody see a cycle’s scorecards; once more changes nothing' })
  @ApiOkResponse({ type: CycleAnswer })
  async publish(@Param() { cycle }: CycleKey): Promise<CycleAnswer> {
    return CycleAnswer.of(await this.cycles.publish(cycle));
  }

  @Delete(':cycle/publication')
  @Allow('cycle.publish')
  @Refuses('cycle.unknown')
  @ApiOperation({ summary: 'Take a cycle’s scorecards back to the office' })
  @ApiOkResponse({ type: CycleAnswer })
  async withdraw(@Param() { cycle }: CycleKey): Promise<CycleAnswer> {
    return CycleAnswer.of(await this.cycles.withdraw(cycle));
  }
}
