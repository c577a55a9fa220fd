import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LazyPrinter } from '#printing';
import { SETTINGS, type Settings } from '#settings';

/** The printer of posters in a process: one at a time, as somebody asks for one. */
@Injectable()
export class PosterPrinter extends LazyPrinter implements OnApplicationShutdown {
  constructor(@Inject(SETTINGS) settings: Settings) {
    super(settings, { pages: 1 });
  }
}
