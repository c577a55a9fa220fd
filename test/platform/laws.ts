import fc from 'fast-check';

/**
 * Laws are tried on the same cases in every run, so that a run says something about the change it tests. Others are tried
 * with LAWS_SEED=number, or LAWS_SEED=any for new ones each time.
 */
const seed = process.env['LAWS_SEED'] ?? '20261122';
if (seed !== 'any') fc.configureGlobal({ seed: Number(seed) });
