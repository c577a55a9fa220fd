import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { Cycles } from '#cycles';
import { Refuses } from '../docs/refuses.js';
import { CycleAnswer, CycleKey } from './cycles.dto.js';

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
