import type { Provider } from '@nestjs/common';
import { ResponseDecisions } from './response-decisions.js';
import { Responses } from './responses.js';
import { SharedPace } from './shared-pace.js';
import { Watch } from './watch.js';

/** Responses as they come in, and decisions about them. */
export const responseParts: Provider[] = [Watch, SharedPace, Responses, ResponseDecisions];
