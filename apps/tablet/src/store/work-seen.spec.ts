import type { DeviceAssignment, DeviceWork } from '#fieldwork';
import type { Message } from './kept.js';
import { changedIn, mergedWork, workAfter, workWithout } from './work-seen.js';

const one = (id: string, more: Partial<DeviceAssignment> = {}) =>
  ({
    id,
    state: 'assigned',
    instrument: { code: 'form', version: 1 },
    due: { to: '2026-12-01' },
    ...more,
  }) as DeviceAssignment;
const work = (...assignments: DeviceAssignment[]): DeviceWork => ({
  now: '2026-11-22T00:00:00Z',
  shopper: 'noor',
  timeZone: 'Asia/Dubai',
  assignments,
  instruments: [{ code: 'form', version: 1 }] as unknown as DeviceWork['instruments'],
});
const told = (kind: Message['kind'], assignment = 'a'): Message => ({ id: kind, order: 1, assignment, kind, at: '' });
const states = ({ assignments }: DeviceWork) => assignments.map(({ id, state }) => `${id} ${state}`);

describe('workAfter', () => {
  it.each([
    ['accepted is accepted', [told('acceptance')], ['a accepted', 'b assigned']],
    ['begun is in progress', [told('acceptance'), told('start')], ['a inProgress', 'b assigned']],
    [
      'what is begun is not taken back by a late acceptance',
      [told('start'), told('acceptance')],
      ['a inProgress', 'b assigned'],
    ],
    ['given back is gone', [told('acceptance'), told('refusal')], ['b assigned']],
  ])('%s', (_, messages, seen) => expect(states(workAfter(work(one('a'), one('b')), messages))).toEqual(seen));
});

it('workWithout leaves out one', () =>
  expect(states(workWithout(work(one('a'), one('b')), 'a'))).toEqual(['b assigned']));

describe('mergedWork', () => {
  it('is what has come, when nothing here hangs on the rest', () =>
    expect(mergedWork(work(one('a')), work(one('b')), new Set())).toEqual(work(one('b'))));

  it('keeps what was taken back while a draft hangs on it, with its instrument', () => {
    const old = {
      ...work(one('a', { instrument: { code: 'form', version: 2 } })),
      instruments: [{ code: 'form', version: 2 }],
    };
    const merged = mergedWork(old as unknown as DeviceWork, work(one('b')), new Set(['a']));
    expect(states(merged)).toEqual(['b assigned', 'a assigned']);
    expect(merged.instruments.map(({ version }) => version)).toEqual([1, 2]);
  });
});

it('changedIn names what the office changed, and not how far the shopper is', () => {
  const earlier = work(one('a', { state: 'inProgress' }), one('b'));
  const fresh = work(one('a'), one('b', { due: { to: '2027-01-01' } as DeviceAssignment['due'] }), one('c'));
  expect([...changedIn(earlier, fresh)]).toEqual(['b', 'c']);
});
