import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#access';
import { exportParts, newExportPassword } from '#fieldwork';
import { ReportsBeside, UnsentFiles, VisitAssignments } from '#visits';
import { addVisits } from '../../apps/cli/src/commands/visit.js';
import { saidBy } from '../commands/said-by.js';
import { send, shopperOn } from './submitting.js';
import { freshRooms, office, refusalOf, sentVisit, sheet } from './visit-rooms.js';

const held = freshRooms();
const picture = join(import.meta.dirname, '../../demo/al-waha/photos/ticket.jpg');

/** A file as noor's tablet exports it: finished visits with a photo, and a draft. @returns its path and password */
async function exported(noor: Actor, visits: readonly { id: string; body: string }[]): Promise<[string, string]> {
  const photo = new Uint8Array(await readFile(picture));
  const password = newExportPassword();
  const index = {
    schema: 'nujoom.tablet-export/1',
    madeAt: '2026-11-22T09:00:00Z',
    device: noor.deviceId ?? '',
    shopper: noor.name,
    visits,
    drafts: [{}],
    photos: [createHash('sha256').update(photo).digest('hex')],
  } as const;
  const parts: Uint8Array[] = [];
  for await (const part of exportParts(index, () => Promise.resolve(photo), password)) parts.push(part);
  return [held.rooms.file(Buffer.concat(parts), `${randomUUID()}.bin`), password];
}

async function report(visit: string): Promise<{ id: string; body: string }> {
  const photo = await readFile(picture);
  const hash = createHash('sha256').update(photo).digest('hex');
  const sent = sentVisit(visit, {
    sheet: sheet({ greeting: { value: 'no', comment: 'Nobody greeted.', evidence: [hash] } }),
    photos: [{ hash, bytes: photo.length, takenAt: '2026-11-23T09:10:00+04:00', blurred: false }],
  });
  return { id: randomUUID(), body: JSON.stringify(sent) };
}

describe('what a tablet exported', () => {
  it('is taken in once, with its photos, however often and even when the tablet sends it later', async () => {
    const { rooms } = held;
    await rooms.plan();
    const noor = await shopperOn(rooms, 'noor');
    const [one, other] = [await report(await rooms.visit({ shopper: 'noor' })), await report(randomUUID())];
    const [file, password] = await exported(noor, [one, other]);
    const refused = [{ id: other.id, code: 'visit.unknown' }];
    const take = () => rooms.get(UnsentFiles).take(file, password.toLowerCase());
    expect(await take()).toEqual({ shopper: 'noor', stored: 1, known: 0, beside: 0, refused, drafts: 1 });
    expect(await take()).toEqual({ shopper: 'noor', stored: 0, known: 1, beside: 0, refused, drafts: 1 });
    expect(await send(rooms, noor, one.id, JSON.parse(one.body) as never)).toMatchObject({ isNew: false });
    expect(await rooms.sql('select 1 from visit_reports')).toHaveLength(1);
  });

  it('is kept beside visits that went on without it, when the office says why', async () => {
    const { rooms } = held;
    await rooms.plan();
    const noor = await shopperOn(rooms, 'noor');
    const visit = await rooms.visit({ shopper: 'noor' });
    await rooms.get(VisitAssignments).withdraw(office, visit, 'She does not answer.');
    const [late, other] = [await report(visit), await report(await rooms.visit({ shopper: 'lina' }))];
    const [file, password] = await exported(noor, [late, other]);
    const taken = { shopper: 'noor', stored: 0, known: 0, drafts: 1 };
    const both = [late, other].map(({ id }) => ({ id, code: 'visit.unknown' }));
    expect(await rooms.get(UnsentFiles).take(file, password)).toEqual({ ...taken, beside: 0, refused: both });
    expect(await saidBy([addVisits], rooms, `visit unsent ${file} --password ${password} --keep She_was_there.`)).toBe(
      `noor: 0 visits taken in, 0 were here already, 1 draft stays on the tablet.
1 report is kept beside the visits; they do not count.
${other.id} was refused: visit.notHeld.`,
    );
    process.exitCode = 0; // the command told that something was refused
    const refused = [{ id: other.id, code: 'visit.notHeld' }];
    const keeping = { by: office, reason: 'She was there.' };
    expect(await rooms.get(UnsentFiles).take(file, password, keeping)).toEqual({
      ...taken,
      known: 1,
      beside: 0,
      refused,
    });
    expect(await rooms.get(ReportsBeside).list(visit)).toMatchObject([{ id: late.id, account: 'noor' }]);
    expect((await rooms.visitWith(visit)).state).toBe('planned');
  });

  it('is refused by name when it is none, of another password, or of no tablet of his', async () => {
    const { rooms } = held;
    const noor = await shopperOn(rooms, 'noor');
    const [file, password] = await exported(noor, []);
    const refusal = async (path: string, words: string) =>
      (await refusalOf(rooms.get(UnsentFiles).take(path, words))).code;
    expect(await refusal(file, '0000-0000-0000-0000-0000')).toBe('visit.exportUnreadable');
    expect(await refusal(rooms.file('nothing'), password)).toBe('visit.exportUnreadable');
    expect(await refusal('/nowhere', password)).toBe('visit.exportUnreadable');
    await rooms.sql('delete from devices');
    expect(await refusal(file, password)).toBe('device.unknown');
  });
});
