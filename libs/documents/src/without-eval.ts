import { z } from 'zod';

/** Pages forbid code made of text, and zod would try it once at the first schema: this comes before that. */
z.config({ jitless: true });
