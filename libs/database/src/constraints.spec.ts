import { Problem } from '#contract';
import { problemOf } from './constraints.js';

describe('an error of the database', () => {
  it.each([
    ['its disk is full', '53100'],
    ['it has no memory left', '53200'],
    ['it takes no more connections', '53300'],
    ['it is starting', '57P03'],
    ['the connection broke', '08006'],
  ])('is no fault of the request when %s', (_, code) => {
    for (const error of [{ code }, { driverError: { code } }]) {
      expect(problemOf(error)).toMatchObject({ code: 'database.unavailable', details: { retryAfter: 2 } });
    }
  });

  it('stays what it is when nobody has a name for it', () => {
    const error = { code: '23505', constraint: 'nobody_knows' };
    expect(problemOf(error)).toBe(error);
    const problem = new Problem('internal');
    expect(problemOf(problem)).toBe(problem);
  });
});
