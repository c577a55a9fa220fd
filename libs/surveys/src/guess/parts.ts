import type { Provider } from '@nestjs/common';
import { WrongCodes } from './wrong-codes.js';

/** What stands against guessing. */
export const guessParts: Provider[] = [WrongCodes];
