import type { InterviewState } from '../store/interview-model.js';
import { hasInterviewWork, openSurveys, surveyOf } from './open-surveys.js';
import { sampleCampaign, sampleInstrument, sampleInterview, samplePlace } from './sample-interview.js';
import { firstStep } from './steps.js';

const state = (rest: Partial<InterviewState> = {}): InterviewState => ({
  surveys: null,
  places: new Map(),
  begun: [],
  waiting: [],
  sent: [],
  ...rest,
});
const surveys = { campaigns: [sampleCampaign('c')], instruments: [sampleInstrument('happiness', 1)] };
const at = (instant: string) => Date.parse(instant);

describe('the surveys on the home screen', () => {
  it.each([
    ['before its time it is shown, not open', '2026-10-31T19:59:59Z', [false]],
    ['from its first moment it is open', '2026-10-31T20:00:00Z', [true]],
    ['until its end', '2026-11-30T19:59:59Z', [true]],
    ['after it there is none', '2026-11-30T20:00:00Z', []],
  ])('%s', (_, now, shown) =>
    expect(openSurveys(state({ surveys }), at(now)).map(({ isOpen }) => isOpen)).toEqual(shown),
  );

  it('are not those that are here for what was begun alone', () =>
    expect(openSurveys(state({ surveys: { ...surveys, ended: ['c'] } }), at('2026-11-22T09:00:00Z'))).toEqual([]));

  it('come with their places as far as they are here', () => {
    const held = { campaign: 'c', places: [samplePlace(1)], fetchedAt: '2026-11-22T08:00:00Z' };
    const now = at('2026-11-22T09:00:00Z');
    expect(openSurveys(state({ surveys }), now)[0]?.places).toBeNull();
    expect(openSurveys(state({ surveys, places: new Map([['c', held]]) }), now)[0]?.places).toBe(held);
  });

  it('are something to do; what was begun, or waits, is too', () => {
    const now = at('2027-01-01T00:00:00Z');
    expect(hasInterviewWork(state(), now)).toBe(false);
    expect(hasInterviewWork(state({ surveys }), now)).toBe(false);
    expect(hasInterviewWork(state({ surveys }), at('2026-11-22T09:00:00Z'))).toBe(true);
    expect(hasInterviewWork(state({ begun: [sampleInterview('i')] }), now)).toBe(true);
  });
});

describe('what an interview needs', () => {
  it('is its campaign and the very version of its instrument', () => {
    expect(surveyOf(surveys, sampleInterview('i'))?.campaign.code).toBe('c');
    expect(surveyOf(surveys, sampleInterview('i', { campaign: 'd' }))).toBeNull();
    expect(surveyOf(surveys, sampleInterview('i', { instrument: { code: 'happiness', version: 2 } }))).toBeNull();
    expect(surveyOf(null, sampleInterview('i'))).toBeNull();
  });

  it('is no choice of place where there is but one', () => {
    const one = sampleCampaign('c', { placeCount: 1 });
    expect(firstStep(one, [samplePlace(1)])).toMatchObject({ at: 'language', place: { code: 'sealed1' } });
    expect(firstStep(one, []).at).toBe('place');
    expect(firstStep(sampleCampaign('c'), [samplePlace(1), samplePlace(2)]).at).toBe('place');
  });
});
