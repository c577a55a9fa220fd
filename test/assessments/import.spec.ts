import { freshRooms, refusalOf } from './assessment-rooms.js';
import { pdfOf } from './hostile-files.js';

const held = freshRooms();

const header = 'centre,criterion,assessor,level,na,reason,evidence,agency';
const table = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');

const whole = table(
  'gate,leadership,amal,basic,,Plan seen,plan.pdf,WORKS',
  'gate,leadership,badr,leading,,Plan seen,plan.pdf,',
  'gate,leadership,dana,maturing,,Between the two,,',
  'gate,queue,Amal,,yes,No queue here,,',
  'gate,queue,badr,,yes,None,,',
  'clinic,queue,badr,leading,no,Short,,HEALTH',
  'gate,queue,works,leading,,We think so,,',
);

describe('an import of gradings', () => {
  it('assigns in the order of appearance, settles, and links evidence', async () => {
    const { rooms } = held;
    rooms.file(pdfOf(), 'plan.pdf');
    expect(await rooms.import(whole)).toEqual({
      cycle: '2026',
      rows: 7,
      added: 7,
      corrected: 0,
      unchanged: 0,
      files: 1,
      assigned: 4,
    });
    expect(await rooms.settled()).toEqual({
      clinic: { queue: 'leading' },
      gate: { leadership: 'maturing', queue: null },
    });
    expect(await rooms.sql('select by, line from gradings order by line')).toMatchObject([
      ...Array.from({ length: 6 }, () => ({ by: 'assessor' })),
      { by: 'self', line: 8 },
    ]);
    expect(await rooms.sql('select file_name, rows from grading_imports')).toMatchObject([{ rows: 7 }]);
  });

  it('a second time changes nothing; a corrected file makes revisions', async () => {
    const { rooms } = held;
    rooms.file(pdfOf(), 'plan.pdf');
    await rooms.import(whole);
    const [before] = await rooms.sql('select version from evidence');
    expect(await rooms.import(whole)).toMatchObject({ added: 0, corrected: 0, unchanged: 7, files: 0, assigned: 0 });
    expect(await rooms.sql('select version from evidence')).toEqual([before]);
    expect(await rooms.sql('select id from grading_imports')).toHaveLength(1);
    const corrected = whole.replace('badr,leading,,Plan seen', 'badr,basic,,Plan seen').replace(/.*dana.*\n/, '');
    expect(await rooms.import(corrected)).toMatchObject({ added: 0, corrected: 1, unchanged: 5 });
    expect((await rooms.settled())['gate']).toEqual({ leadership: 'basic', queue: null });
  });

  it('tells everything wrong with it together, by line and column, and imports nothing', async () => {
    const { rooms } = held;
    rooms.file('<script>alert(1)</script>', 'page.txt');
    await rooms.assignments.declareConflict(await rooms.actor('eman'), {
      account: 'eman',
      agency: 'WORKS',
      reason: 'A sister works there.',
    });
    const { code, faults = [] } = await refusalOf(
      rooms.import(
        table(
          'nowhere,queue,amal,basic,,Seen,,', // 2
          'gate,colour,amal,basic,,Seen,,', // 3
          'gate,queue,nobody,basic,,Seen,,', // 4
          'gate,queue,viewer,basic,,Seen,,', // 5
          'gate,queue,amal,splendid,,Seen,,', // 6
          'gate,leadership,amal,,,Seen,,', // 7
          'gate,leadership,amal,basic,yes,Seen,,', // 8
          'gate,leadership,badr,basic,,,,', // 9
          'gate,greeting,amal,basic,,Seen,none.pdf,', // 10
          'gate,greeting,badr,basic,,Seen,page.txt,', // 11
          'gate,greeting,badr,basic,,Seen,,', // 12
          'gate,queue,dana,basic,,Seen,,HEALTH', // 13
          'gate,queue,seconded,basic,,Seen,,', // 14
          'gate,leadership,eman,basic,,Seen,,', // 15
          'gate,machine,dana,basic,,Seen,../../etc/passwd,', // 16
          'gate,queue,health,basic,,Seen,,', // 17
        ),
      ),
    );
    expect(code).toBe('import.rowsFaulty');
    const told = faults.map(({ line, where, reason }) => [line, where, reason].join(' ')).sort();
    expect(told).toEqual(
      [
        '2 centre unknown',
        '3 criterion unknown',
        '4 assessor unknown',
        '5 assessor invalid',
        '6 level notOneOf',
        '7 level missing',
        '8 na contradicts',
        '9 reason missing',
        '10 evidence fileMissing',
        '11 evidence fileRefused',
        '12 criterion twice',
        '13 agency contradicts',
        '14 assessor conflictOfInterest',
        '15 assessor conflictOfInterest',
        '16 criterion unknown',
        '16 evidence fileRefused',
        '17 assessor invalid',
      ].sort(),
    );
    for (const rows of ['gradings', 'assessor_assignments', 'assessments', 'evidence_files']) {
      expect(await rooms.sql(`select 1 from ${rows}`)).toEqual([]);
    }
  });

  it.each([
    ['where the two agree', 'basic'],
    ['where one has not graded', null],
  ])('refuses to settle %s', async (_, second) => {
    const { rooms } = held;
    const lines = ['gate,queue,amal,basic,,Seen,,', 'gate,greeting,badr,basic,,Seen,,'];
    if (second) lines.push(`gate,queue,badr,${second},,Seen,,`);
    const { faults } = await refusalOf(rooms.import(table(...lines, 'gate,queue,dana,leading,,Seen,,')));
    expect(faults).toMatchObject([{ where: 'assessor', value: 'dana', reason: 'nothingToSettle' }]);
  });

  it('has three places at a centre, those that are assigned before the file', async () => {
    const { rooms } = held;
    await rooms.assign('gate', 'eman');
    const lines = ['amal', 'badr', 'dana'].map(
      (name, index) => `gate,queue,${name},${index ? 'basic' : 'leading'},,Seen,,`,
    );
    const { faults } = await refusalOf(rooms.import(table(...lines)));
    expect(faults?.map(({ value, reason }) => [value, reason])).toContainEqual(['dana', 'noPlaceLeft']);
    await rooms.import(table('gate,queue,amal,leading,,Seen,,', 'gate,queue,eman,basic,,Seen,,'));
    expect(
      await rooms.sql(
        'select slot, name from assessor_assignments join accounts on accounts.id = account_id order by slot',
      ),
    ).toEqual([
      { slot: 'first', name: 'eman' },
      { slot: 'second', name: 'amal' },
    ]);
  });

  it.each([
    ['of an empty file', '', '2026', 'import.columnsMissing'],
    ['without rows', `${header}\n`, '2026', 'import.empty'],
    ['into a cycle there is not', whole.replaceAll('plan.pdf', ''), '1066', 'cycle.unknown'],
  ])('%s is refused', async (_, content, cycle, code) => {
    expect((await refusalOf(held.rooms.import(content, cycle))).code).toBe(code);
  });
});
