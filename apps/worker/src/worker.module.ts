import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { MediaModule } from '#media';
import { ScorecardsModule } from '#scorecards';
import { SettingsModule, type Settings } from '#settings';
import { SurveysModule } from '#surveys';
import { VisitsModule } from '#visits';

/** The rooms that background jobs need. */
@Module({})
export class WorkerModule {
  static at(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        SettingsModule.of(settings),
        DatabaseModule.at(databaseUrl),
        ScorecardsModule,
        MediaModule,
        VisitsModule,
        SurveysModule,
      ],
    };
  }
}
