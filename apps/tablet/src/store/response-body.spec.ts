import { SentResponse } from '#campaigns';
import { sampleInterview } from '../interview/sample-interview.js';
import { answeredBy } from './response-body.js';

const bodyAt = (now: string, rest = {}) => {
  const answered = answeredBy(sampleInterview('i1', rest), now);
  return answered && SentResponse.parse(JSON.parse(answered.body));
};

describe('a finished interview', () => {
  it('is a response by the code of its place, with the language and the consent, and how long it took', () => {
    expect(bodyAt('2026-11-22T08:01:30.400Z')).toEqual({
      schema: 'nujoom.response/1',
      code: 'sealed1',
      language: 'ar',
      consent: 3,
      seconds: 90,
      sheet: { answers: { overall: { value: 'happy' } } },
    });
  });

  it.each([
    ['a clock that was set back', '2026-11-22T07:59:58.000Z'],
    ['one that lay for months', '2027-02-22T08:00:00.000Z'],
  ])('does not tell how long it took: %s', (_, now) => expect(bodyAt(now)).not.toHaveProperty('seconds'));

  it('waits, and has not been tried', () => {
    expect(answeredBy(sampleInterview('i1'), '2026-11-22T08:01:00.000Z')).toMatchObject({
      id: 'i1',
      finishedAt: '2026-11-22T08:01:00.000Z',
      tries: 0,
      holdup: null,
    });
  });

  it('is none when it could never be sent', () => {
    expect(answeredBy(sampleInterview('i1', { language: 'no language' }), '2026-11-22T08:01:00.000Z')).toBeNull();
  });
});
