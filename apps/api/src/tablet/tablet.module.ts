import { Module } from '@nestjs/common';
import { TabletController } from './tablet.controller.js';

@Module({ controllers: [TabletController] })
export class TabletDoor {}
