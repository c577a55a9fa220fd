import { Module } from '@nestjs/common';
import { SchemesModule } from '#schemes';
import { MethodsController } from './methods.controller.js';

@Module({ imports: [SchemesModule], controllers: [MethodsController] })
export class MethodsDoor {}
