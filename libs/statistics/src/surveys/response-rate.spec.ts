import { roundHalfAway } from '../rounding.js';
import { overallResponseRate, responseRates } from './response-rate.js';

describe('responseRates', () => {
  it('completed of those who could answer, with Wilson’s interval (AT-09: 81 of 263)', () => {
    const [rate] = responseRates([{ way: 'sms', invited: 300, ineligible: 37, completed: 81 }]);
    expect(rate).toMatchObject({ way: 'sms', eligible: 263, completed: 81, reason: null });
    expect(rate!.rate).toBe(81 / 263);
    expect([roundHalfAway(rate!.interval!.low, 4), roundHalfAway(rate!.interval!.high, 4)]).toEqual([0.2553, 0.3662]);
  });

  it.each([
    ['an open link invites nobody', { invited: 0, completed: 40 }, 'nobodyInvited'],
    ['all invitations came back', { invited: 5, ineligible: 5, completed: 0 }, 'nobodyInvited'],
    ['more answered than were invited', { invited: 5, completed: 6 }, 'moreThanInvited'],
  ])('%s: no rate', (_, invitations, reason) => {
    expect(responseRates([{ way: 'link', ...invitations }])).toMatchObject([{ rate: null, interval: null, reason }]);
  });

  it('nobody answered is a rate of 0, not none', () => {
    expect(responseRates([{ way: 'sms', invited: 20, completed: 0 }])[0]).toMatchObject({
      rate: 0,
      interval: { low: 0 },
    });
  });

  it.each([
    [{ invited: -1, completed: 0 }],
    [{ invited: 5, ineligible: 6, completed: 0 }],
    [{ invited: 5, completed: 0.5 }],
    [{ invited: NaN, completed: 1 }],
  ])('refuses %j', (invitations) => expect(() => responseRates([{ way: 'sms', ...invitations }])).toThrow(RangeError));
});

describe('overallResponseRate', () => {
  const sms = { way: 'sms', invited: 100, completed: 20 };
  const mail = { way: 'mail', invited: 60, ineligible: 10, completed: 25 };

  it('of all that invited; answers to an open link raise nothing', () => {
    const link = { way: 'link', invited: 0, completed: 500 };
    expect(overallResponseRate([sms, mail, link], 'all')).toMatchObject({
      way: 'all',
      eligible: 150,
      completed: 45,
      rate: 0.3,
    });
  });

  it('is none where one way can not be right, or none invited', () => {
    const odd = { way: 'counter', invited: 5, completed: 6 };
    expect(overallResponseRate([sms, odd], 'all')).toMatchObject({ rate: null, reason: 'moreThanInvited' });
    expect(overallResponseRate([], 'all')).toMatchObject({ rate: null, reason: 'nobodyInvited' });
  });
});
