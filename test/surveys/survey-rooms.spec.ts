import { check, compileInstrument } from '#instruments';
import { OpenCampaigns } from '#surveys';
import { customerSheet, freshRooms, staffDocument } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';

const held = freshRooms();

describe('the rooms of surveys', () => {
  it('have an open campaign whose codes lead in', async () => {
    const code = await held.rooms.code();
    expect(await held.rooms.get(OpenCampaigns).wayIn(code)).toMatchObject({ way: 'link', place: { names: { centre: { en: 'Gate' } } } }); // prettier-ignore
    await held.rooms.campaign(staffDocument());
    expect(await held.rooms.place({ campaign: 'staff', agency: 'HEALTH' })).toBeGreaterThan(0);
  });

  it('have a sheet without faults', () => {
    const compiled = compileInstrument(shippedInstrument('customer-happiness-1'));
    expect(check(compiled, customerSheet(), { finished: true })).toEqual([]);
  });
});
