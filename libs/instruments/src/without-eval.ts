import { z } from 'zod';

/** Pages forbid code made of text, and zod would try it once for each schema: this comes before the first of them. */
z.config({ jitless: true });
