import { setTimeout as pause } from 'node:timers/promises';
import { Fold, SurveyTallies } from '#surveys';
import { SurveyRooms } from '../surveys/survey-rooms.js';
import { Session, talliedIn } from '../surveys/tallied-answers.js';
import { built, service, until } from '../start/processes.js';
import { chanceOf } from './kept.js';

/** `kill -9` of the worker while it folds what streams in, DRILL_ROUNDS times: every answer is counted once. */
const rounds = Number(process.env['DRILL_ROUNDS'] ?? 100);

it(`counts every answer once over ${rounds} kills of the worker`, async () => {
  await built();
  const rooms = await SurveyRooms.open();
  await rooms.campaign();
  const places = [await rooms.place(), await rooms.place({ centre: 'clinic' }), await rooms.place({ centre: 'desk' })];
  const chance = chanceOf(20_261_122);
  let [isOver, stored] = [false, 0];
  const writing = Array.from({ length: 3 }, async (_, writer) => {
    const session = await Session.at(rooms.url);
    for (let turn = 0; !isOver; turn += 1) {
      await session.run('begin');
      const place = places[(writer + turn) % 3] ?? 0;
      const ids = await session.answer(place, 1 + (turn % 40), { standing: turn % 2 });
      stored += ids.length;
      if (turn % 10 === writer) await pause(chance() * 300);
      await session.run('commit');
    }
    await session.close();
  });
  let foldedBetween = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = await tallied(rooms);
    const worker = service('worker', { DATABASE_URL: rooms.url, NUJOOM_HOME: rooms.home });
    await until(async () => (await tallied(rooms)) > before || worker.child.exitCode !== null);
    await pause(chance() * 700);
    worker.child.kill('SIGKILL');
    await worker.ended;
    foldedBetween += (await tallied(rooms)) - before;
  }
  isOver = true;
  await Promise.all(writing);
  await rooms.get(Fold).drain();
  expect(await tallied(rooms)).toBe(stored);
  expect(await rooms.get(SurveyTallies).check('2026')).toEqual({ responses: stored, tallies: [], wrong: [] });
  expect(foldedBetween).toBeGreaterThan(rounds);
  process.stdout.write(`${stored} answers over ${rounds} kills, ${foldedBetween} folded by workers that were killed\n`);
  await rooms.close();
}, 1_800_000);

async function tallied(rooms: SurveyRooms): Promise<number> {
  return (await talliedIn(rooms)).reduce((sum, one) => sum + one, 0);
}
