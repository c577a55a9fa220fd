import { nextStamp, spansOf } from './stamps.js';

const at = (clock: string) => `2026-11-22T${clock}:00Z`;
const now = Date.parse(at('10:00'));

describe('stamps', () => {
  it('are expected in their order, after the last that was made', () => {
    expect(nextStamp({})).toBe('arrival');
    expect(nextStamp({ arrival: at('09:00') })).toBe('ticket');
    // No ticket was given: what lies before the last one is not asked for again.
    expect(nextStamp({ arrival: at('09:00'), firstContact: at('09:02') })).toBe('counter');
    expect(nextStamp({ end: at('09:40') })).toBeNull();
  });
});

describe('waiting and service', () => {
  it.each([
    ['nothing stamped', {}, null, null],
    ['still waiting', { arrival: at('09:50'), ticket: at('09:52') }, { minutes: 8, running: true }, null],
    [
      'no ticket',
      { arrival: at('09:50'), counter: at('09:58') },
      { minutes: 8, running: false },
      { minutes: 2, running: true },
    ],
    [
      'all done',
      { ticket: at('09:10'), counter: at('09:25'), end: at('09:40') },
      { minutes: 15, running: false },
      { minutes: 15, running: false },
    ],
    ['went away before being served', { ticket: at('09:10'), end: at('09:40') }, null, null],
    ['in the wrong order', { ticket: at('09:30'), counter: at('09:10'), end: at('09:00') }, null, null],
  ])('%s', (_, stamps, waiting, service) => expect(spansOf(stamps, now)).toEqual({ waiting, service }));

  it('do not run on when the visit is over', () => {
    expect(spansOf({ ticket: at('09:10') }, null)).toEqual({ waiting: null, service: null });
    expect(spansOf({ ticket: at('09:10'), counter: at('09:25') }, null)).toEqual({
      waiting: { minutes: 15, running: false },
      service: null,
    });
  });
});
