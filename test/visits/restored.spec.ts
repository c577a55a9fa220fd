import { randomUUID } from 'node:crypto';
import { Replacements } from '#visits';
import { send, shopperOn } from './submitting.js';
import { freshRooms, office, refusalOf, sentVisit } from './visit-rooms.js';

const held = freshRooms();

describe('a visit that was replaced while its shopper made it', () => {
  it('is refused on its way in, and taken once the office gives it back', async () => {
    const { rooms } = held;
    await rooms.plan();
    const noor = await shopperOn(rooms, 'noor');
    const visit = await rooms.visit({ shopper: 'noor', state: 'accepted' });
    await rooms.get(Replacements).replace(office, visit, 'She does not answer.');
    const report = randomUUID();
    const sending = () => send(rooms, noor, report, sentVisit(visit));
    expect((await refusalOf(sending())).code).toBe('visit.moveRefused');
    await rooms.get(Replacements).restore(office, visit, 'She had no network.');
    expect(await sending()).toMatchObject({ isNew: true });
    expect((await rooms.trail(visit)).map(({ to }) => to)).toEqual(['replaced', 'assigned', 'submitted']);
  });

  it('is not given back when nobody held it, or something was sent about it', async () => {
    const { rooms } = held;
    await rooms.plan();
    const restore = (id: string) => rooms.get(Replacements).restore(office, id, 'x');
    const nobodys = await rooms.visit({ state: 'replaced' });
    expect((await refusalOf(restore(nobodys))).code).toBe('visit.moveRefused');
    const sent = await rooms.visit({ shopper: 'noor', state: 'submitted' });
    expect((await refusalOf(restore(sent))).code).toBe('visit.moveRefused');
    expect((await refusalOf(restore(randomUUID()))).code).toBe('visit.unknown');
  });
});
