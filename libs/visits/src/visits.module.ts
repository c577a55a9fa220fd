import { Module } from '@nestjs/common';

/** Planning, assigning, sending, reviewing and appealing mystery-shopper visits. */
@Module({ providers: [], exports: [] })
export class VisitsModule {}
