import type { TabletState } from './model.js';
import { warningsOf, type Warning } from './warnings.js';

const noInterviews = { surveys: null, places: new Map(), begun: [], waiting: [], sent: [] };
const well = {
  drafts: [],
  waiting: [],
  interviews: noInterviews,
  unsaved: null,
  signInNeeded: false,
  spaceLeft: null,
  persisted: true,
} as unknown as TabletState;
const now = Date.parse('2026-11-22T12:00:00Z');
const waits = (finishedAt: string) => [{ finishedAt, files: [] }] as unknown as TabletState['waiting'];
const holds = (bytes: number) =>
  [
    { finishedAt: '2026-11-22T11:00:00Z', files: [{ bytes: bytes - 1 }, { bytes: 1 }] },
  ] as unknown as TabletState['waiting'];

it.each([
  ['nothing when all is well', {}, []],
  ['a day is not too long', { waiting: waits('2026-11-21T12:00:00Z') }, []],
  ['more is', { waiting: waits('2026-11-21T11:59:59Z') }, ['waitedLong']],
  ['little space', { spaceLeft: 49_999_999 }, ['spaceShort']],
  ['many photos held, whatever the browser says of space', { waiting: holds(400_000_001) }, ['spaceShort']],
  ['as many as may be', { waiting: holds(400_000_000) }, []],
  ['no promise matters only with something to lose', { persisted: false }, []],
  [
    'an interview that waited as long',
    { interviews: { ...noInterviews, waiting: waits('2026-11-21T11:59:59Z') as never } },
    ['interviewsWaited'],
  ],
  [
    'no promise with an interview that was begun',
    { persisted: false, interviews: { ...noInterviews, begun: [{}] as never } },
    ['notPersisted'],
  ],
  ['no promise', { persisted: false, waiting: waits('2026-11-22T11:00:00Z') }, ['notPersisted']],
  [
    'the most urgent first',
    { spaceLeft: 0, unsaved: 'full', signInNeeded: true },
    ['unsavedFull', 'signInNeeded', 'spaceShort'],
  ],
] as [string, Partial<TabletState>, readonly Warning[]][])('%s', (_, more, warnings) =>
  expect(warningsOf({ ...well, ...more }, now)).toEqual(warnings),
);
