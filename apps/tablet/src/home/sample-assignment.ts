import type { DeviceAssignment } from '#fieldwork';

const words = { ar: 'نص', en: 'Text' };
/** An assignment that is open from 20 to 23 November 2026. For specs only. */
export const sampleAssignment = (id: string, rest: Partial<DeviceAssignment> = {}): DeviceAssignment => ({
  id,
  state: 'accepted',
  cycle: '2026',
  centre: { code: 'C', name: words, agency: words, channelType: 'happinessCentre' },
  scenario: { code: 's', title: words, brief: words },
  service: null,
  language: 'ar',
  due: { from: '2026-11-20', to: '2026-11-23', hourFrom: '08:00', hourTo: '14:00' },
  instrument: { code: 'visit', version: 1 },
  returned: null,
  ...rest,
});
/** One that came back on 22 November 2026 at 8 o’clock (UTC). */
export const sampleReturned = (id: string) =>
  sampleAssignment(id, {
    state: 'returned',
    returned: { report: 'r1', returnedAt: '2026-11-22T08:00:00Z', reason: 'x', notes: [], sent: null },
  });
