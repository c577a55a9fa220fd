import { DataSource } from 'typeorm';
import { BinaryRows, copiedIn, copiedOut } from '#database';
import { emptyDatabase } from './database.js';

let source: DataSource;
beforeAll(async () => {
  source = await new DataSource({ type: 'postgres', url: await emptyDatabase() }).initialize();
  await source.query('create table copied (n int, text text)');
});
beforeEach(() => source.query('truncate copied'));
afterAll(() => source.destroy());

const texts = [
  '',
  'plain',
  'a\tb',
  'a\nb\r\n',
  '\\',
  '\\N',
  '\\.',
  'back\\slash\\t',
  '"quoted", {list}',
  'نجوم ⭐',
  null,
];
const rows = texts.map((text, n) => [`${n}`, text] as const);

describe('rows that are copied', () => {
  it('come in as they are, whatever is in them', async () => {
    await source.transaction((db) => copiedIn(db, 'copied (n, text)', rows));
    expect(await source.query('select text from copied order by n')).toEqual(texts.map((text) => ({ text })));
  });

  it('come out as they are, a row over many pieces too', async () => {
    const long = 'ن'.repeat(200_000);
    const given = [...texts, long];
    await source.transaction((db) =>
      copiedIn(
        db,
        'copied (n, text)',
        given.map((text, n) => [`${n}`, text]),
      ),
    );
    const found: (string | null)[] = [];
    const read = new BinaryRows(2, (bytes, at) => {
      const [text = 0, end = 0] = [at[1], at[2]];
      found.push(bytes.readInt32BE(text) < 0 ? null : bytes.toString('utf8', text + 4, end));
    });
    await source.transaction(async (db) => {
      for await (const piece of copiedOut(db, 'select n, text from copied order by n', 'binary')) read.take(piece);
    });
    read.end();
    expect(found).toEqual(given);
  });

  it('are all there or none, and the connection goes on, when one of them is wrong or they break off', async () => {
    const breaking = function* () {
      yield* rows;
      throw new Error('broken off');
    };
    await expect(source.transaction((db) => copiedIn(db, 'copied (n, text)', breaking()))).rejects.toThrow(
      'broken off',
    );
    const wrong = [...rows, ['many', 'text']];
    await expect(source.transaction((db) => copiedIn(db, 'copied (n, text)', wrong))).rejects.toThrow('integer');
    expect(await source.query('select count(*)::int as n from copied')).toEqual([{ n: 0 }]);
  });
});
