import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '#access';
import { AppealDecisions, Appeals, Releases, Reviews, ShopperMoves, type VisitLine } from '#visits';
import { sendAs, sendingOf, type Sending } from './captured-visits.js';
import { peopleIn, type People } from './people.js';
import { plannedVisits } from './planned-visits.js';

const cycle = '2025-26';

/** Whoever sends, and whoever looks at it. */
interface Story extends Sending {
  readonly people: People;
}

/**
 * The visits to two centres of the courts, as the platform would have seen them: planned, assigned, sent from tablets, checked,
 * reviewed; those to the first released, one answer appealed against and amended; those to the second still on their way.
 */
export async function loadVisits(rooms: INestApplicationContext, folder: string): Promise<void> {
  const people = await peopleIn(rooms);
  const lines = await plannedVisits(rooms, people.office, { cycle, folder });
  const story = { ...(await sendingOf(rooms, { cycle, folder })), people };
  const first = lines.filter(({ centre }) => centre === 'CO-1');
  for (const [at, line] of first.entries()) await released(story, line, at);
  await appealed(story, first[story.captured.appeal.visit]);
  await onTheirWay(
    story,
    lines.filter(({ centre }) => centre === 'CO-2'),
  );
}

async function released(story: Story, line: VisitLine, at: number): Promise<void> {
  const { rooms, people } = story;
  await sendAs(story, line, at);
  await rooms.get(Reviews).open(people.reviewer, line.id);
  await rooms.get(Reviews).approve(people.reviewer, line.id, 8 - (at % 2));
  await rooms.get(Releases).release(people.office, line.id);
}

async function appealed({ rooms, captured: { appeal }, people }: Story, line: VisitLine | undefined): Promise<void> {
  if (!line) throw new Error('The demonstration has no visit to appeal against');
  const id = randomUUID();
  await rooms.get(Appeals).appeal(people.agency, line.id, id, {
    item: `answers.${appeal.item}`,
    statement: 'سجلات الكاميرا من الساعة 8:41 إلى 9:02 تُظهر أن الموظف كان مهذبًا، وأن الصوت المرتفع كان لمتعامل آخر.',
    evidence: [],
  });
  await rooms.get(AppealDecisions).decide(people.decider, id, {
    decision: 'amended',
    reason: 'شوهد التسجيل: لم يرفع الموظف صوته.',
    answer: appeal.amended,
  });
}

/** One visit returned, one under way, one taken on; the others wait for their shoppers. */
async function onTheirWay(story: Story, lines: readonly VisitLine[]): Promise<void> {
  const { rooms, people } = story;
  const [returned, begun, accepted] = lines;
  const at = new Date().toISOString();
  if (returned) {
    await sendAs(story, returned, 1);
    await rooms.get(Reviews).open(people.reviewer, returned.id);
    await rooms.get(Reviews).return(people.reviewer, returned.id, {
      reason: 'ملاحظتك عن الانتظار لا تذكر ما رأيته. اذكر عدد الشبابيك المفتوحة وعدد المنتظرين.',
      notes: [{ item: 'answers.centre_open', note: 'هل كان المركز مفتوحًا عند وصولك أم فُتح بعده؟' }],
    });
  }
  for (const [line, moves] of [
    [begun, ['accept', 'start']],
    [accepted, ['accept']],
  ] as const) {
    if (!line) continue;
    const shopper = await rooms.get(Accounts).actorNamed(line.shopper ?? '');
    for (const move of moves) await rooms.get(ShopperMoves)[move](shopper, line.id, { at });
  }
}
