import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileInstrument, readInstrument } from '#instruments';
import { shortSurveyOf } from './short-survey.js';

interface Loose {
  code: string;
  required?: boolean;
  relevant?: string;
  type?: string;
  [name: string]: unknown;
}

/** The customers' questionnaire that ships, with items changed by their code; null takes one out. */
function compiled(changes: Readonly<Record<string, Partial<Loose> | null>> = {}, more: readonly Loose[] = []) {
  const file = join(import.meta.dirname, '../../../../../methods/instruments/customer-happiness-1.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as { sections: { items: Loose[] }[] };
  const [section] = document.sections;
  if (section)
    section.items = [
      ...section.items.flatMap((item) =>
        changes[item.code] === null ? [] : [{ ...item, ...(changes[item.code] ?? {}) }],
      ),
      ...more,
    ];
  const { instrument, faults } = readInstrument(document);
  if (!instrument) throw new Error(JSON.stringify(faults));
  return compileInstrument(instrument);
}

const rules = { scaleOrder: 'bestFirst', outcomeItem: 'outcome' } as const;
const short = (...given: Parameters<typeof compiled>) => shortSurveyOf(compiled(...given), rules);
const both = { ar: 'س', en: 'q' };

describe('the short way through a questionnaire', () => {
  it('begins with faces, and asks for the reasons of the face that was tapped', () => {
    const survey = short();
    expect(survey?.face.options.map(({ code, mood }) => [code, mood])).toEqual([
      ['very_happy', 1],
      ['happy', 0.75],
      ['neither', 0.5],
      ['unhappy', 0.25],
      ['very_unhappy', 0],
    ]);
    expect(survey?.then['happy']).toEqual(['reasons_good', 'outcome', 'comment']);
    expect(survey?.then['neither']).toEqual(['reasons_bad', 'outcome', 'comment']);
    expect(Object.keys(survey?.items ?? {}).sort()).toEqual(['comment', 'outcome', 'reasons_bad', 'reasons_good']);
    expect(survey?.items['reasons_good']).toMatchObject({ type: 'choices', most: 3, required: false });
  });

  it('shows the worst first when the campaign says so; a face keeps its mouth', () => {
    const survey = shortSurveyOf(compiled(), { scaleOrder: 'worstFirst' });
    expect(survey?.face.options[0]).toMatchObject({ code: 'very_unhappy', mood: 0 });
    expect(survey?.then['happy']).toEqual(['reasons_good', 'comment']);
  });

  it('draws a scale whose last option is the worst with the sad face there', () =>
    expect(short({ overall: { reversed: true } })?.face.options.at(-1)).toMatchObject({ mood: 1 }));

  it('asks also for what is required, and tells no points', () => {
    const survey = short({ need_met: { required: true } });
    expect(survey?.then['happy']).toEqual(['reasons_good', 'outcome', 'need_met', 'comment']);
    expect(JSON.stringify(survey)).not.toContain('points');
  });

  it('leaves out reasons that depend on the outcome, and an outcome that something required depends on', () => {
    const ended = { relevant: 'overall in ["happy", "very_happy"] && outcome != "waiting"' };
    expect(short({ reasons_good: ended })?.then['happy']).toEqual(['outcome', 'comment']);
    const later = { relevant: 'outcome == "refused"', required: true };
    expect(short({ need_met: later })?.then['happy']).toEqual(['reasons_good', 'comment']);
  });

  it.each([
    ['a text is required', [{ comment: { required: true } }]],
    ['a remark is required', [{ overall: { comment: { rule: 'required' } } }]],
    ['a number is required', [{}, [{ code: 'age', type: 'number', text: both }]]],
    [
      'there is no scale of few options',
      [{ overall: null, reasons_good: null, reasons_bad: null, need_met: null, effort_level: null }],
    ],
  ] as [string, Parameters<typeof compiled>][])('is none when %s', (_, given) => expect(short(...given)).toBeNull());
});
