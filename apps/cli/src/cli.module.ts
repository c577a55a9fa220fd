import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '#access';
import { AssessmentsModule } from '#assessments';
import { DatabaseModule } from '#database';
import { ScorecardsModule } from '#scorecards';
import { SettingsModule, type Settings } from '#settings';
import { CyclesModule } from '#cycles';
import { NetworkModule } from '#network';
import { ResultsModule } from '#results';
import { SchemesModule } from '#schemes';
import { SurveysModule } from '#surveys';
import { VisitsModule } from '#visits';

/** The rooms that commands need. */
@Module({})
export class CliModule {
  static at(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: CliModule,
      imports: [
        SettingsModule.of(settings),
        DatabaseModule.at(databaseUrl),
        AccessModule,
        NetworkModule,
        SchemesModule,
        CyclesModule,
        AssessmentsModule,
        VisitsModule,
        SurveysModule,
        ResultsModule,
        ScorecardsModule,
      ],
    };
  }
}
