import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Devices } from '#access';
import { Refuses } from '../docs/refuses.js';
import { DeviceAnswer, DeviceEnrolment, DeviceId, DeviceWish, EnrolledAnswer, EnrolmentAnswer } from './devices.dto.js';

/** The tablets of mystery shoppers. */
@Controller('api/v1')
@ApiTags('devices')
export class DevicesController {
  constructor(private readonly devices: Devices) {}

  @Post('device-enrolments')
  @Allow('device.issue')
  @Refuses('access.accountUnknown', 'visit.notShopper')
  @ApiOperation({ summary: 'Make a code that enrols one tablet of a shopper, once, within a day' })
  @ApiCreatedResponse({ type: EnrolmentAnswer })
  async issue(@Body() { shopper, label }: DeviceWish): Promise<EnrolmentAnswer> {
    return EnrolmentAnswer.of(await this.devices.issue(shopper, label));
  }

  @Post('devices')
  @Allow('device.enrol')
  @Refuses('device.secretInvalid')
  @ApiOperation({ summary: 'Enrol a tablet by its code; it is known by the token from then on' })
  @ApiCreatedResponse({ type: EnrolledAnswer })
  async enrol(@Body() { secret, appVersion }: DeviceEnrolment): Promise<EnrolledAnswer> {
    return EnrolledAnswer.of(await this.devices.enrol(secret, appVersion));
  }

  @Get('devices')
  @Allow('device.read')
  @ApiOperation({ summary: 'All tablets with their last contact' })
  @ApiOkResponse({ type: [DeviceAnswer] })
  async list(): Promise<DeviceAnswer[]> {
    return (await this.devices.list()).map((device) => DeviceAnswer.of(device));
  }

  @Delete('devices/:device')
  @HttpCode(204)
  @Allow('device.revoke')
  @Refuses('device.unknown')
  @ApiOperation({ summary: 'Revoke a tablet: it is refused from now on and wipes itself' })
  @ApiNoContentResponse({ description: 'It is revoked.' })
  async revoke(@Param() { device }: DeviceId): Promise<void> {
    await this.devices.revoke(device);
  }
}
