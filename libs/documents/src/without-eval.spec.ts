import { z } from 'zod';
import './index.js';

describe('this room', () => {
  it('keeps zod from making code of text, which pages forbid', () => expect(z.config().jitless).toBe(true));
});
