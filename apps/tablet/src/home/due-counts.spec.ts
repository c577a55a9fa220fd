import { dueCountsOf } from './due-counts.js';
import { sampleAssignment, sampleReturned } from './sample-assignment.js';
import { sampleDraft } from '../capture/sample-visit.js';

const due = (from: string, to: string) => ({ due: { from, to, hourFrom: '08:00', hourTo: '14:00' } });
const now = Date.parse('2026-11-22T06:00:00Z');

it('what is to be done is counted with what is urgent in it; a returned visit that is being mended is a draft', () => {
  const toDo = [
    sampleAssignment('a', due('2026-11-23', '2026-11-24')),
    sampleAssignment('b', due('2026-11-19', '2026-11-22')),
    sampleAssignment('c', due('2026-11-10', '2026-11-21')),
  ];
  const returned = [
    { assignment: sampleReturned('d'), draft: null },
    { assignment: sampleReturned('e'), draft: sampleDraft() },
  ];
  expect(dueCountsOf({ toDo, returned }, 'Asia/Dubai', now)).toEqual({
    count: 4,
    overdue: 1,
    today: 1,
    openSince: '2026-11-09T20:00:00Z',
  });
});

it('nothing that has not begun is open', () => {
  const toDo = [sampleAssignment('a', due('2026-11-23', '2026-11-24'))];
  expect(dueCountsOf({ toDo, returned: [] }, 'Asia/Dubai', now).openSince).toBeNull();
});
