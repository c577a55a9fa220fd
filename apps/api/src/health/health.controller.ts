import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { Database } from '#database';
import { Refuses } from '../docs/refuses.js';

export class HealthAnswer {
  @ApiProperty({ enum: ['up'], description: 'The only answer there is: otherwise there is none, or a problem.' })
  readonly status: 'up';
}

const up: HealthAnswer = { status: 'up' };

/** For those who keep the process running. */
@Controller('health')
@ApiTags('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get()
  @Allow('health.read')
  @ApiOperation({ summary: 'Whether the process lives' })
  @ApiOkResponse({ type: HealthAnswer })
  alive(): HealthAnswer {
    return up;
  }

  @Get('ready')
  @Allow('health.read')
  @Refuses('database.unavailable')
  @ApiOperation({ summary: 'Whether requests can be served: the database answers' })
  @ApiOkResponse({ type: HealthAnswer })
  async ready(): Promise<HealthAnswer> {
    await this.database.check();
    return up;
  }
}
