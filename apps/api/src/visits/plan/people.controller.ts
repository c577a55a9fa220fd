import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { Shoppers } from '#visits';
import { Refuses } from '../../docs/refuses.js';
import { Reason, ShopperAndAgency, ShopperName } from './addresses.dto.js';
import { ShopperAnswer, ShopperConflictAnswer, ShopperReceiptAnswer, ShopperTraitsSent } from './people.dto.js';

@Controller('api/v1/shoppers')
@ApiTags('visits')
export class ShoppersController {
  constructor(private readonly shoppers: Shoppers) {}

  @Get()
  @Allow('shopper.write')
  @ApiOperation({ summary: 'All mystery shoppers, by name' })
  @ApiOkResponse({ type: [ShopperAnswer] })
  async list(): Promise<ShopperAnswer[]> {
    return (await this.shoppers.list()).map((shopper) => ShopperAnswer.of(shopper));
  }

  @Put(':shopper')
  @Allow('shopper.write')
  @Refuses('visit.notShopper', 'access.accountNameInvalid')
  @ApiOperation({ summary: 'Say who a shopper is; makes the account where there is none of the name' })
  @ApiOkResponse({ type: ShopperReceiptAnswer })
  async save(@Param() { shopper }: ShopperName, @Body() traits: ShopperTraitsSent): Promise<ShopperReceiptAnswer> {
    return ShopperReceiptAnswer.from(await this.shoppers.save(shopper, traits));
  }

  @Put(':shopper/conflicts/:agency')
  @Allow('visit.work')
  @Refuses('access.notAllowed', 'access.accountUnknown', 'agency.unknown', 'visit.notShopper')
  @ApiOperation({
    summary: 'Declare a conflict of interest: a shopper his own, the office anybody’s',
    description: 'Takes his visits there back as far as he has not begun them.',
  })
  @ApiOkResponse({ type: ShopperConflictAnswer })
  declareConflict(
    @CurrentActor() actor: Actor,
    @Param() { shopper, agency }: ShopperAndAgency,
    @Body() { reason }: Reason,
  ): Promise<ShopperConflictAnswer> {
    return this.shoppers.declareConflict(actor, { shopper, agency, reason });
  }
}
