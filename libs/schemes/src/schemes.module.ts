import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MethodVersion } from './method-version.entity.js';
import { Methods } from './methods.js';

@Module({ imports: [TypeOrmModule.forFeature([MethodVersion])], providers: [Methods], exports: [Methods] })
export class SchemesModule {}
