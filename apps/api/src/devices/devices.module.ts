import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { DevicesController } from './devices.controller.js';

@Module({ imports: [AccessModule], controllers: [DevicesController] })
export class DevicesDoor {}
