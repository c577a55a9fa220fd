import { sampleInterview } from '../interview/sample-interview.js';
import { afterChange, nothingKept, type Change } from '../store/kept.js';
import { answeredBy } from '../store/response-body.js';
import { afterInterview } from './send-interviews.js';

const now = '2026-11-22T08:00:00.000Z';
const receipt = (id: string, sentAt: string): Change => ({
  kind: 'interviewed',
  id,
  value: { id, campaign: 'c', sentAt },
});

describe('a receipt of an interview', () => {
  const answered = answeredBy(sampleInterview('i1'), now)!;
  const after = (...before: readonly Change[]) => {
    const kept = [{ kind: 'answered', id: 'i1', value: answered } as const, ...before].reduce(afterChange, nothingKept);
    return afterInterview(kept, answered, now).changes.reduce(afterChange, kept);
  };

  it('takes its place, and nothing of what was answered is left', () => {
    const { answered: waiting, interviewed } = after();
    expect(waiting.size).toBe(0);
    expect([...interviewed.values()]).toEqual([{ id: 'i1', campaign: 'c', sentAt: now }]);
  });

  it('goes after a week', () => {
    const { interviewed } = after(
      receipt('old', '2026-11-15T07:59:59.999Z'),
      receipt('new', '2026-11-15T08:00:00.000Z'),
    );
    expect([...interviewed.keys()]).toEqual(['new', 'i1']);
  });
});
