import { locatedFault, type Sheet } from '#documents';
import { publishFaults } from '../../publish-faults.js';
import { readInstrument } from '../../read/read-instrument.js';
import { instrumentFromXlsForm } from './instrument-from-xlsform.js';

const about = { code: 'centre_visit', version: 1, filledBy: 'mysteryShopper' } as const;
const header = ['type', 'name', 'label::Arabic (ar)', 'label::English (en)', 'required', 'relevant', 'constraint', 'constraint_message::Arabic (ar)', 'constraint_message::English (en)', 'repeat_count']; // prettier-ignore
const survey: readonly (readonly string[])[] = [
  header,
  ['text', 'Shopper-Name', 'الاسم', 'Name', 'yes'],
  ['begin_group', 'waiting', 'الانتظار', 'Waiting', '', "${channel} = 'desk'"],
  ['select_one yes_no', 'queue', 'هل كان هناك طابور؟', 'Was there a queue?', 'true()'],
  ['integer', 'wait', 'كم دقيقة؟', 'How many minutes?', '', "${queue} = 'yes'", '. >= 0 and . < 600', 'أقل من عشر ساعات', 'Less than ten hours'], // prettier-ignore
  ['end_group'],
  ['select_one channels', 'channel', 'أين؟', 'Where?'],
  ['begin repeat', 'counter', '', '', '', '', '', '', '', '3'],
  ['select_multiple channels', 'seen', 'ماذا رأيت؟', 'What did you see?'],
  ['image', 'picture', 'صورة', 'A picture'],
  ['end repeat'],
  ['rank channels', 'order', 'رتب', 'Rank'],
  ['geopoint', 'place', 'الموقع', 'Place'],
  ['note', 'thanks', 'شكرًا', 'Thank you'],
];
const choices: readonly (readonly string[])[] = [
  ['list_name', 'name', 'label::Arabic (ar)', 'label::English (en)'],
  ['yes_no', 'yes', 'نعم', 'Yes'],
  ['yes_no', 'no', 'لا', 'No'],
  ['channels', 'desk', 'المكتب', 'Desk'],
  ['channels', 'Machine', 'الجهاز', 'Machine'],
];
const settings: readonly (readonly string[])[] = [
  ['form_title::Arabic (ar)', 'form_title::English (en)', 'form_id', 'version'],
  ['زيارة مركز', 'Centre visit', 'visit', '20260101'],
];
const sheets = (rows = survey, options = choices): readonly Sheet[] => [
  { name: 'survey', rows },
  { name: 'choices', rows: options },
  { name: 'settings', rows: settings },
];
const withRow = (...row: readonly string[]) => sheets([...survey, row]);
const withCell = (line: number, column: string, text: string) =>
  sheets(survey.map((row, at) => (at + 1 === line ? header.map((name, index) => (name === column ? text : (row[index] ?? ''))) : row))); // prettier-ignore

describe('an XLSForm', () => {
  const { document, faults } = instrumentFromXlsForm(sheets(), about);
  const { instrument } = readInstrument(document);
  const items = new Map(instrument?.sections.flatMap((section) => section.items.map((item) => [item.code, item])));

  it('is a good instrument', () => {
    expect(faults).toEqual([]);
    expect(readInstrument(document).faults).toEqual([]);
    expect(instrument && publishFaults(instrument)).toEqual([]);
    expect(instrument).toMatchObject({
      ...about,
      title: { ar: 'زيارة مركز', en: 'Centre visit' },
      languages: ['ar', 'en'],
    });
  });

  it('has its groups as sections, and what stands outside of them in sections of its own', () => {
    expect(instrument?.sections.map(({ code, items }) => [code, items.map((item) => item.code)])).toEqual([
      ['main', ['shopper_name']],
      ['waiting', ['queue', 'wait']],
      ['main_2', ['channel']],
      ['counter', ['seen', 'picture']],
      ['main_3', ['order', 'place', 'thanks']],
    ]);
    expect(instrument?.sections[1]?.relevant).toBe('channel == "desk"');
    expect(instrument?.sections[3]).toMatchObject({ repeat: { min: 3, max: 3 }, title: { en: 'Centre visit' } });
  });

  it('has its questions as items', () => {
    expect(items.get('shopper_name')).toMatchObject({ type: 'text', lines: 'one', required: true });
    expect(items.get('queue')).toMatchObject({
      type: 'choice',
      required: true,
      options: [{ code: 'yes' }, { code: 'no' }],
    });
    expect(items.get('wait')).toMatchObject({
      type: 'number',
      decimals: 0,
      required: false,
      relevant: 'queue == "yes"',
      constraints: [{ holds: '(wait >= 0 && wait < 600)', message: { en: 'Less than ten hours' } }],
    });
    expect(items.get('seen')).toMatchObject({ type: 'choices', options: [{ code: 'desk' }, { code: 'machine' }] });
    expect(items.get('picture')).toMatchObject({ type: 'file', accept: ['photo'] });
    expect(['order', 'place', 'thanks'].map((code) => items.get(code)?.type)).toEqual(['ranking', 'location', 'note']);
  });

  it('without a language speaks the default one', () => {
    const plain: readonly Sheet[] = [
      { name: 'survey', rows: [['type', 'name', 'label'], ['text', 'remark', 'ملاحظة']] },
      { name: 'settings', rows: [['form_title', 'default_language'], ['زيارة', 'Arabic (ar)']] },
    ]; // prettier-ignore
    expect(instrumentFromXlsForm(plain, about)).toMatchObject({
      faults: [],
      document: { title: { ar: 'زيارة' }, languages: ['ar'], sections: [{ items: [{ text: { ar: 'ملاحظة' } }] }] },
    });
  });
});

describe('what an XLSForm holds and an instrument does not', () => {
  const metadata = [
    'start',
    'end',
    'today',
    'deviceid',
    'calculate',
    'barcode',
    'video',
    'select_one channels or_other',
    'select_one',
  ];

  type Case = readonly [what: string, form: readonly Sheet[], line: number, where: string, reason: string];
  it.each<Case>([
    ...metadata.map((type): Case => [type, withRow(type, 'extra', 'أ', 'b'), 15, 'type', 'notSupported']),
    ['a group in a group', withCell(4, 'type', 'begin_group'), 4, 'type', 'notSupported'],
    ['an end of nothing', withRow('end_group'), 15, 'type', 'unknown'],
    ['a group without an end', withRow('begin_group', 'last'), 15, 'type', 'missing'],
    ['a condition that is not taken over', withCell(5, 'relevant', 'today() > 5'), 5, 'relevant', 'notSupported'],
    ['a constraint that is not', withCell(5, 'constraint', 'regex(., "x")'), 5, 'constraint', 'notSupported'],
    [
      'a constraint without a message',
      withCell(4, 'constraint', ". = 'yes'"),
      4,
      'constraint_message::Arabic (ar)',
      'missing',
    ],
    ['required by a condition', withCell(4, 'required', "${channel} = 'desk'"), 4, 'required', 'notSupported'],
    ['as many repeats as an answer says', withCell(8, 'repeat_count', '${wait}'), 8, 'repeat_count', 'notSupported'],
    [
      'answers in texts',
      withCell(4, 'label::English (en)', 'Did ${x} queue?'),
      4,
      'label::English (en)',
      'notSupported',
    ],
    ['no text', withCell(4, 'label::English (en)', '').map((sheet) => withoutArabic(sheet, 4)), 4, 'label::Arabic (ar)', 'missing'], // prettier-ignore
    ['a list that is none', withCell(4, 'type', 'select_one maybe'), 4, 'type', 'unknown'],
    ['a name twice', withCell(4, 'name', 'wait'), 5, 'name', 'twice'],
    ['a formula', withCell(4, 'label::English (en)', '=A1'), 4, 'label::English (en)', 'formula'],
  ])('%s is refused by its row', (_, form, line, where, reason) => {
    const { document, faults } = instrumentFromXlsForm(form, about);
    expect(document).toBeNull();
    expect(faults).toContainEqual(expect.objectContaining({ sheet: 'survey', line, where, reason }));
  });

  it('a column that changes what is asked is refused where something stands in it', () => {
    const filtered = survey.map((row, at) => [...header.map((_, index) => row[index] ?? ''), ['choice_filter', '', '', 'x'][at] ?? '']); // prettier-ignore
    const { faults } = instrumentFromXlsForm(sheets(filtered), about);
    expect(faults).toEqual([{ sheet: 'survey', line: 4, where: 'choice_filter', value: 'x', reason: 'notSupported' }]);
  });

  it('what readInstrument refuses is shown in its cell', () => {
    const { document, origins } = instrumentFromXlsForm(withCell(13, 'name', 'the place'), about);
    const [fault] = readInstrument(document).faults;
    expect(fault && locatedFault(origins, fault)).toMatchObject({ sheet: 'survey', line: 13, where: 'name' });
  });

  it('no sheet of questions is told', () => {
    expect(instrumentFromXlsForm([], about).faults).toContainEqual({ sheet: 'survey', line: 1, where: 'survey', reason: 'missing' }); // prettier-ignore
  });
});

function withoutArabic({ name, rows }: Sheet, line: number): Sheet {
  return { name, rows: rows.map((row, at) => (name === 'survey' && at + 1 === line ? row.with(2, '') : row)) };
}
