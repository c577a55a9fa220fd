import type { Provider } from '@nestjs/common';
import { Interviews } from './interviews.js';

/** What the tablets of interviewers take with them. */
export const interviewParts: Provider[] = [Interviews];
