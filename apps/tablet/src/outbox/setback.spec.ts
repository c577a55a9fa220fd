import { ServerRefusal, Unreachable } from '../server/refusals.js';
import { setbackOf } from './setback.js';

const said = (status: number, code: string) => new ServerRefusal(status, code, 'No.', {}, [], null);

describe('setbackOf', () => {
  it.each([
    ['no network', new Unreachable(null), 'pause'],
    ['somebody in between', new Unreachable(502), 'pause'],
    ['too many requests', said(429, 'request.tooMany'), 'pause'],
    ['down for a moment', said(503, 'visit.busy'), 'pause'],
    ['no space for photos there', said(507, 'media.storeFull'), 'pause'],
    ['a fault of the server with this one', said(500, 'server.failed'), 'skip'],
    ['a visit that does not fit', said(422, 'visit.answersInvalid'), 'refused'],
    ['another visit under its id', said(409, 'visit.conflict'), 'refused'],
    ['a token that is not known', said(401, 'access.signInNeeded'), 'signIn'],
    ['a tablet that is withdrawn', said(401, 'device.revoked'), 'revoked'],
  ])('%s', (_, error, kind) => expect(setbackOf(error)?.kind).toBe(kind));

  it('is nothing for an error of our own', () => expect(setbackOf(new TypeError('ours'))).toBeNull());

  it('tells a refusal in the words of the server, and its first faults', () => {
    const faults = [{ where: 'answers.wait', reason: 'missing' as const, text: 'is missing' }];
    const refusal = new ServerRefusal(422, 'visit.answersInvalid', 'It does not fit.', {}, faults, null);
    expect(setbackOf(refusal)).toEqual({
      kind: 'refused',
      code: 'visit.answersInvalid',
      detail: 'It does not fit.\nanswers.wait: is missing',
    });
  });
});
