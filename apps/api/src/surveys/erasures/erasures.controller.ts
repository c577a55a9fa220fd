import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { ResponseErasures } from '#surveys';
import { Refuses } from '../../docs/refuses.js';
import { CampaignResponseAddress, ErasureAnswer, ErasureBody } from './erasures.dto.js';

/** Words of single responses, erased because somebody asks for it. */
@Controller('api/v1/campaigns/:code/responses/:id/erasure')
@ApiTags('surveys')
export class ErasuresController {
  constructor(private readonly erasures: ResponseErasures) {}

  @Post()
  @HttpCode(200)
  @Allow('response.decide')
  @Refuses('campaign.unknown', 'response.unknown')
  @ApiOperation({
    summary: 'Erase what somebody wrote in a response, because he asks for it; it counts on',
    description:
      'Gone for good. That it was erased, by whom, when and why stays. Those of employees cannot be told apart.',
  })
  @ApiOkResponse({ type: ErasureAnswer })
  erase(
    @CurrentActor() actor: Actor,
    @Param() { code, id }: CampaignResponseAddress,
    @Body() { reason }: ErasureBody,
  ): Promise<ErasureAnswer> {
    return this.erasures.erase(actor, code, id, reason);
  }
}
