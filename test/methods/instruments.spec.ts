import { readFileSync, readdirSync } from 'node:fs';
import {
  check,
  comparability,
  compileInstrument,
  continuationFaults,
  publishFaults,
  readInstrument,
  statesOf,
  type Answers,
  type Instrument,
} from '#instruments';

const folder = 'methods/instruments';
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function shipped(file: string): Instrument {
  const { instrument, faults } = readInstrument(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
  expect(faults).toEqual([]);
  if (!instrument) throw new Error(`${file} was not read`);
  return instrument;
}

const itemsOf = ({ sections }: Instrument) => sections.flatMap(({ items }) => items);
const weightsOf = ({ dimensions }: Instrument) => dimensions.map(({ weight }) => weight);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** The codes of the items that are asked once these answers were given. */
function askedAfter(file: string, answers: Answers): readonly string[] {
  const states = [...statesOf(compileInstrument(shipped(file)), { answers })];
  return states.filter(([, state]) => state !== 'notAsked').map(([path]) => path.replace('answers.', ''));
}

function faultsOf(file: string, answers: Answers): readonly string[] {
  const faults = check(compileInstrument(shipped(file)), { answers }, { finished: false });
  return faults.map(({ where, reason }) => `${where}: ${reason}`);
}

describe('the instruments that ship', () => {
  it.each(files)('%s reads without a fault and may be published', (file) => {
    const instrument = shipped(file);
    expect(publishFaults(instrument)).toEqual([]);
    expect(file).toBe(`${instrument.code.replaceAll('_', '-')}-${instrument.version}.json`);
    expect(instrument.languages).toEqual(['ar', 'en']);
  });

  it.each([
    ['service-centre-visit-1.json', 'mysteryShopper', 15, 82],
    ['service-centre-visit-2.json', 'mysteryShopper', 16, 94],
    ['digital-service-visit-1.json', 'mysteryShopper', 10, 42],
    ['contact-centre-visit-1.json', 'mysteryShopper', 9, 36],
    ['customer-happiness-1.json', 'customer', 1, 7],
    ['community-evaluation-1.json', 'communityEvaluator', 5, 19],
    ['employee-happiness-1.json', 'employee', 12, 36],
  ])('%s (%s): %i sections, %i items', (file, filledBy, sections, items) => {
    const instrument = shipped(file);
    expect(instrument.filledBy).toBe(filledBy);
    expect(instrument.sections).toHaveLength(sections);
    expect(itemsOf(instrument)).toHaveLength(items);
  });

  it('are these and no others', () => expect(files).toHaveLength(7));

  it.each(['service-centre-visit-1', 'service-centre-visit-2', 'digital-service-visit-1', 'contact-centre-visit-1'])(
    '%s divides 100 among its dimensions, and each of them among its sections',
    (name) => {
      const { dimensions, sections } = shipped(`${name}.json`);
      expect(sumOf(dimensions.map(({ weight }) => weight))).toBe(100);
      for (const { code, weight } of dimensions) {
        const own = sections.filter(({ dimension }) => dimension === code);
        expect([code, sumOf(own.map((section) => section.weight))]).toEqual([code, weight]);
      }
    },
  );
});

describe('the visit to a service centre', () => {
  it('has 94 items in sixteen sections and seven weighted dimensions', () => {
    const visit = shipped('service-centre-visit-2.json');
    const counts = visit.sections.map(({ items }) => items.length);
    expect(counts).toEqual([2, 1, 1, 13, 8, 15, 4, 7, 3, 7, 2, 4, 15, 9, 2, 1]);
    expect(weightsOf(visit)).toEqual([5, 15, 20, 20, 20, 15, 5]);
    expect(visit.sections.at(-1)).toMatchObject({ code: 'customer_effort', weight: 0 });
    expect(visit.sections.at(-1)?.dimension).toBeUndefined();
  });

  it('says truly how its second version continues the first', () => {
    const [first, second] = [shipped('service-centre-visit-1.json'), shipped('service-centre-visit-2.json')];
    expect([...continuationFaults(first, second)]).toEqual([]);
    expect(publishFaults(second, first)).toEqual([]);
    const found = [...comparability(first, second)].filter(([, comparison]) => comparison !== 'dropped');
    expect(second.previous?.items).toEqual(Object.fromEntries(found));
    const statements = Object.values(second.previous?.items ?? {});
    const count = (statement: string) => statements.filter((one) => one === statement).length;
    expect(['same', 'reworded', 'rescaled', 'new'].map(count)).toEqual([74, 5, 1, 14]);
    expect(second.previous?.dropped).toHaveLength(2);
  });

  it('asks for facts and pictures where an answer is negative', () => {
    const items = itemsOf(shipped('service-centre-visit-2.json'));
    for (const item of items.filter(({ type }) => type === 'yesNo')) {
      const negative = item.type === 'yesNo' && item.reversed ? 'yes' : 'no';
      expect([item.code, item.comment]).toEqual([item.code, { rule: 'required', on: [negative] }]);
    }
    expect(items.filter(({ evidence }) => evidence?.rule === 'required').length).toBeGreaterThan(25);
  });
});

describe('what a mystery shopper is asked', () => {
  it.each([
    ['service-centre-visit-2.json', { centre_open: { value: 'no' } }, 4],
    ['digital-service-visit-1.json', { service_opened: { value: 'no' } }, 3],
    ['contact-centre-visit-1.json', { contact_answered: { value: 'no' } }, 4],
  ])('%s: nothing that could not be seen when the door stayed shut', (file, answers, asked) => {
    expect(askedAfter(file, answers)).toHaveLength(asked);
  });

  it('is nothing about a receptionist when there was none', () => {
    const open = { centre_open: { value: 'yes' } };
    const about = (answers: Answers) =>
      askedAfter('service-centre-visit-2.json', answers).filter((code) => code.startsWith('reception_'));
    expect(about({ ...open, reception_staffed: { value: 'yes' } })).toHaveLength(10);
    expect(about({ ...open, reception_staffed: { notApplicable: 'no_reception' } })).toEqual(['reception_staffed']);
  });

  it('are numbers and results that agree with each other', () => {
    const ofDocuments = (unannounced: number) =>
      faultsOf('service-centre-visit-2.json', {
        centre_open: { value: 'yes' },
        documents_requested: { value: 3 },
        documents_unannounced: { value: unannounced },
      });
    expect(ofDocuments(3)).toEqual([]);
    expect(ofDocuments(4)).toEqual(['answers.documents_unannounced: constraint']);
  });
});

describe('the questionnaires', () => {
  it('count one headline each and report the rest', () => {
    const headline = (file: string) => shipped(file).dimensions.filter(({ weight }) => weight > 0);
    expect(headline('customer-happiness-1.json').map(({ code }) => code)).toEqual(['happiness']);
    expect(headline('employee-happiness-1.json')).toMatchObject([{ code: 'engagement', minAnswered: 1 }]);
  });

  it('ask nobody for a text longer than 1,200 characters, and nobody must write one', () => {
    for (const file of ['customer-happiness-1.json', 'community-evaluation-1.json', 'employee-happiness-1.json']) {
      for (const item of itemsOf(shipped(file)).filter(({ type }) => type === 'text')) {
        expect(item).toMatchObject({ required: false, maxLength: 1_200 });
        expect(item.help).toBeDefined();
      }
    }
  });

  it.each([
    ['very_unhappy', 'reasons_bad'],
    ['neither', 'reasons_bad'],
    ['very_happy', 'reasons_good'],
  ])('ask a %s customer six questions at most, %s among them', (answer, reasons) => {
    const asked = askedAfter('customer-happiness-1.json', { overall: { value: answer } });
    expect(asked).toHaveLength(6);
    expect(asked).toContain(reasons);
  });

  it.each([
    ['yes', 'yes', 19],
    ['no', 'yes', 2],
    ['yes', 'no', 2],
  ])('go on for a community evaluator only who may evaluate (%s, %s)', (notEmployee, used, asked) => {
    const answers = { not_employee: { value: notEmployee }, used_service: { value: used } };
    expect(askedAfter('community-evaluation-1.json', answers)).toHaveLength(asked);
  });
});
