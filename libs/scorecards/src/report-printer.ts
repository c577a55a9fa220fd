import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LazyPrinter } from '#printing';
import { SETTINGS, type Settings } from '#settings';

/** The printer of reports in a process: two at once, as whole cycles are asked for. */
@Injectable()
export class ReportPrinter extends LazyPrinter implements OnApplicationShutdown {
  constructor(@Inject(SETTINGS) settings: Settings) {
    super(settings);
  }
}
