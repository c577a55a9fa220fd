import { Module } from '@nestjs/common';
import { NetworkModule } from '#network';
import { VisitsModule } from '#visits';
import { DeviceWorkController } from './device-work.controller.js';
import { OfficeVisitsController } from './office-visits.controller.js';
import { ShoppersController } from './people.controller.js';
import { SitesController } from './sites.controller.js';
import { VisitPlanController } from './visit-plan.controller.js';

@Module({
  imports: [NetworkModule, VisitsModule],
  controllers: [VisitPlanController, OfficeVisitsController, DeviceWorkController, ShoppersController, SitesController],
})
export class VisitPlanDoor {}
