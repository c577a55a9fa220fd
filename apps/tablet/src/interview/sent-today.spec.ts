import { sentToday } from './sent-today.js';

const sent = (...instants: readonly string[]) => instants.map((sentAt, at) => ({ id: `${at}`, campaign: 'c', sentAt }));
const now = Date.parse('2026-11-22T21:00:00Z'); // 01:00 of the 23rd in Dubai

it.each([
  ['nothing sent', [], 0],
  ['sent an hour ago, which is yesterday there', ['2026-11-22T19:59:59Z'], 0],
  ['sent since midnight there', ['2026-11-22T20:00:00Z', '2026-11-22T20:59:00Z'], 2],
  ['of several days', ['2026-11-16T10:00:00Z', '2026-11-22T20:30:00Z'], 1],
])('%s', (_, instants, count) => expect(sentToday(sent(...instants), now, 'Asia/Dubai')).toBe(count));
