import { Extensions } from '#visits';
import { freshRooms, office, refusalOf } from './visit-rooms.js';

const held = freshRooms();

describe('more time for a visit', () => {
  it('moves its last day and stands on the trail, once', async () => {
    const id = await held.rooms.visit({ shopper: 'noor', dueTo: '2026-12-27' });
    const wish = { until: '2027-01-10', reason: 'The centre was closed for a week.' };
    await held.rooms.get(Extensions).extend(office, id, wish);
    await held.rooms.get(Extensions).extend(office, id, wish);
    expect((await held.rooms.visitWith(id)).dueTo).toBe('2027-01-10');
    expect(await held.rooms.trail(id)).toEqual([
      { to: 'assigned', verb: 'visit.assign', role: 'office', reason: wish.reason },
    ]);
  });

  it('is never less, and never given to what was sent', async () => {
    const { rooms } = held;
    const early = await rooms.visit({ shopper: 'noor', dueTo: '2026-12-27' });
    const sent = await rooms.visit({ shopper: 'noor', state: 'submitted' });
    const extend = (id: string, until: string) => rooms.get(Extensions).extend(office, id, { until, reason: 'x' });
    expect((await refusalOf(extend(early, '2026-12-01'))).code).toBe('request.invalid');
    expect((await refusalOf(extend(sent, '2999-12-27'))).code).toBe('visit.moveRefused');
    expect((await refusalOf(extend('00000000-0000-4000-8000-000000000000', '2027-01-01'))).code).toBe('visit.unknown');
  });
});
