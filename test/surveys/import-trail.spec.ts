import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CampaignStatuses, ResponsesImport } from '#surveys';
import { addCampaigns } from '../../apps/cli/src/commands/campaign.js';
import { saidBy } from '../commands/said-by.js';
import { freshRooms, office } from './survey-rooms.js';

const held = freshRooms();
const table = 'id,centre,date,overall\n1,gate,2026-02-01,happy\n2,desk,2026-02-02,unhappy\n';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const imports = async () => (await held.rooms.get(CampaignStatuses).status('happiness')).imports;

it('who imported which file, and when, stays on record', async () => {
  const rania = await held.rooms.actor('rania');
  const importing = held.rooms.get(ResponsesImport);
  await importing.run(rania, { campaign: 'happiness', file: held.rooms.file(table, 'paper.csv') });
  const more = `${table}3,gate,2026-02-03,happy\n`;
  await importing.receive(rania, 'happiness', Readable.from([Buffer.from(more)]));
  await importing.run(office, { campaign: 'happiness', file: held.rooms.file(more, 'again.csv') });
  const found = await imports();
  expect(found).toEqual([
    { fileName: 'responses-happiness', sha256: sha256(more), rows: 3, added: 1, by: 'rania', at: expect.any(Date) },
    { fileName: 'paper.csv', sha256: sha256(table), rows: 2, added: 2, by: 'rania', at: expect.any(Date) },
  ]);
  await expect(held.rooms.sql('delete from response_imports')).rejects.toThrow('never changed');
  await expect(held.rooms.sql(`update response_imports set account_id = null`)).rejects.toThrow('never changed');
  const status = await saidBy([addCampaigns], held.rooms, 'campaign status happiness');
  expect(status).toMatch(/^paper\.csv: 2 of 2 rows added by rania at 20\d\d-/m);
  expect(await saidBy([addCampaigns], held.rooms, 'campaign status happiness', 'ar')).toContain('استورده rania');
});

it('what was refused is on no record', async () => {
  const file = held.rooms.file('id,centre,overall\n1,nowhere,happy\n');
  await expect(held.rooms.get(ResponsesImport).run(office, { campaign: 'happiness', file })).rejects.toThrow();
  expect(await imports()).toEqual([]);
});

it('the number of a row cannot be found out from its id without the salt of its campaign', async () => {
  const run = (campaign: string) =>
    held.rooms.get(ResponsesImport).run(office, { campaign, file: held.rooms.file(table, 'paper.csv') });
  await run('happiness');
  const [row] = await held.rooms.sql<{ id: string; salt: Buffer }>(
    `select responses.id, import_salt as salt from responses, campaigns where campaigns.code = 'happiness' and sheet::text like '%"happy"%'`,
  );
  const idOf = (salt: Uint8Array) => {
    const digits = createHash('sha256').update(salt).update('happiness\nnumber\n1').digest('hex');
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
  };
  expect(idOf(row?.salt ?? Buffer.of())).toBe(row?.id);
  expect(idOf(Buffer.of())).not.toBe(row?.id);
  expect(row?.salt).toHaveLength(32);
});
