import fc from 'fast-check';
import { check, type AnswerSheet } from '#instruments';
import { unaskableIn } from './askable.js';
import { faultsOn } from './page-faults.js';
import { everyType, sampleSurvey } from './sample-survey.js';
import { answerFields, askedSheet, fieldsOf, sheetFrom } from './survey-form.js';

const code = fc.constantFrom('a', 'b', 'c');
const mood = fc.constantFrom('bad', 'fair', 'good');
const two = (number: number) => String(number).padStart(2, '0');
const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((one) => one.replace(/[\r\0]/g, '').trim());
const line = text.filter((one) => one !== '' && one.isWellFormed());
const noDay = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `1970-01-01T${two(hour)}:${two(minute)}:00Z`);
const value = <T>(of: fc.Arbitrary<T>) => of.map((one) => ({ value: one }));
const orNot = <T>(of: fc.Arbitrary<T>) => fc.oneof(value(of), fc.constant({ notApplicable: 'closed' }));

const sheet: fc.Arbitrary<AnswerSheet> = fc
  .record(
    {
      helped: orNot(fc.constantFrom('yes', 'no')),
      overall: value(mood),
      outcome: fc.record({ value: code, comment: line }, { requiredKeys: ['value'] }),
      why: orNot(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
      extras: value(fc.subarray(['a', 'b', 'c'])),
      wait: orNot(fc.nat(5_000).map((tenths) => tenths / 10)),
      paid: value(fc.nat(1_000_000).map((fils) => fils / 100)),
      remark: value(line),
      day: value(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))), // prettier-ignore
      hour: value(fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`)),
      stay: value(fc.record({ from: noDay, to: noDay }).map((ends) => ({ ...ends }))),
      grid: value(fc.record({ r1: mood, r2: mood }, { requiredKeys: ['r2'] }).map((rows) => ({ rows: { ...rows } }))),
      order: value(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 })),
    },
    { requiredKeys: [] },
  )
  .map((answers) => ({ answers: { ...answers } }));

describe('the fields of a form', () => {
  it('say the sheet they were made of, and are made of it again', () => {
    fc.assert(
      fc.property(sheet, (sent) => {
        const fields = fieldsOf(everyType, sent);
        expect(sheetFrom(everyType, fields)).toEqual(sent);
        expect(fieldsOf(everyType, sheetFrom(everyType, fields))).toEqual(fields);
        expect(answerFields(everyType, fields)).toEqual({ known: fields, unknown: [] });
      }),
    );
  });

  it('keep any text that is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed()),
        (typed) => {
          const { answers } = sheetFrom(everyType, { 'a.remark': typed, 'c.outcome': typed });
          const kept = typed.replace(/\r\n?/g, '\n').trim();
          expect([answers['remark']?.value ?? '', answers['outcome']?.comment ?? '']).toEqual([kept, kept]);
        },
      ),
    );
  });

  it('are refused when no item has them', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const isKnown = /^(a|n|c)\.[a-z]+(\.\w+)?$/.test(name);
        fc.pre(!isKnown);
        expect(answerFields(everyType, { [name]: 'x', 'a.helped': 'yes' })).toEqual({ known: { 'a.helped': 'yes' }, unknown: [name] }); // prettier-ignore
      }),
    );
    const strange = ['a.hello', 'a.photo', 'a.nobody', 'a.why.d', 'a.grid.r3', 'n.helped', 'c.remark', 'a.order.4'];
    expect(answerFields(everyType, Object.fromEntries(strange.map((one) => [one, '1']))).unknown).toEqual(strange);
  });

  it.each([
    ['12', 12],
    ['١٢٫٥', 12.5],
    ['۱۲٫۵', 12.5],
    ['١٬٢٠٠', 1_200],
    [' \u200f٣\u00a0', 3],
    ['-4', -4],
    ['twelve', 'twelve'],
    ['1,5', '1,5'],
    ['  ', undefined],
  ])('%j is the number %j', (typed, expected) => {
    expect(sheetFrom(everyType, { 'a.wait': typed }).answers['wait']?.value).toBe(expected);
  });

  it.each([
    [{ 'a.day.day': '٣', 'a.day.month': '٠٢', 'a.day.year': '٢٠٢٦' }, '2026-02-03'],
    [{ 'a.day.day': '۳۱', 'a.day.month': ' 2', 'a.day.year': '2026' }, '2026-02-31'],
    [{ 'a.day.day': '3', 'a.day.month': '', 'a.day.year': '' }, '-00-03'],
    [{ 'a.day.day': '', 'a.day.month': ' ', 'a.day.year': '' }, undefined],
  ])('%j are the day %j', (fields, expected) => {
    expect(sheetFrom(everyType, fields).answers['day']?.value).toBe(expected);
  });

  it.each([
    ['٩:٠٥', '09:05'],
    ['14:30:00', '14:30'],
    ['nine', 'nine'],
  ])('%j is the time %j', (typed, expected) => {
    expect(sheetFrom(everyType, { 'a.hour': typed }).answers['hour']?.value).toBe(expected);
  });

  it.each([
    ['٩:٠٥', '۱۴:۳۰', { from: '1970-01-01T09:05:00Z', to: '1970-01-01T14:30:00Z' }, []],
    ['9:05', '', { from: '1970-01-01T09:05:00Z' }, ['a.stay.to missing']],
    ['', ' 09:05 ', { to: '1970-01-01T09:05:00Z' }, ['a.stay missing']],
    ['nine', '25:00', { from: 'nine', to: '1970-01-01T25:00:00Z' }, ['a.stay invalid', 'a.stay.to invalid']],
    ['14:30', '14:29', { from: '1970-01-01T14:30:00Z', to: '1970-01-01T14:29:00Z' }, ['a.stay.to endsBeforeStart']],
    ['00:00', '10:01', { from: '1970-01-01T00:00:00Z', to: '1970-01-01T10:01:00Z' }, ['a.stay tooLongBetween']],
    ['', ' ', undefined, ['a.stay missing']],
  ])('%j and %j are two times, and what is wrong with them is told where it is', (from, to, expected, faults) => {
    const given = sheetFrom(everyType, { 'a.stay.from': from, 'a.stay.to': to });
    expect(given.answers['stay']?.value).toEqual(expected);
    const stay = everyType.instrument.sections[0]?.items.filter(({ code }) => code === 'stay') ?? [];
    const told = faultsOn(everyType, given, stay).map(({ field, fault }) => `${field} ${fault.reason}`);
    expect(told).toEqual(faults);
  });

  it('that say both an answer and that it does not apply say both', () => {
    const given = sheetFrom(everyType, { 'a.wait': '3', 'n.wait': 'closed' });
    expect(given.answers['wait']).toEqual({ value: 3, notApplicable: 'closed' });
    expect(check(everyType, given, { finished: false })).toMatchObject([{ reason: 'valueAndNotApplicable' }]);
  });
});

describe('what is not asked', () => {
  const survey = sampleSurvey({
    sections: [
      {
        items: [
          { code: 'ok', type: 'yesNo' },
          { code: 'why', type: 'text', relevant: 'ok == "no"' },
        ],
      },
    ],
  });

  it('stays in the form and is not sent', () => {
    const fields = { 'a.ok': 'yes', 'a.why': 'queue' };
    const all = sheetFrom(survey, fields);
    expect(all.answers['why']).toEqual({ value: 'queue' });
    expect(askedSheet(survey, all).answers).toEqual({ ok: { value: 'yes' } });
  });
});

describe('unaskableIn', () => {
  it('names what nobody could answer on a page', () => {
    const { instrument } = sampleSurvey({
      sections: [
        {
          items: [
            { code: 'photo', type: 'file' },
            { code: 'where', type: 'location', required: false },
            { code: 'ok', type: 'yesNo', evidence: { rule: 'required' } },
          ],
        },
        { code: 'again', repeat: { min: 1, max: 2 }, items: [{ code: 'x', type: 'yesNo' }] },
        { code: 'maybe', repeat: { min: 0, max: 2 }, items: [{ code: 'y', type: 'yesNo' }] },
      ],
    });
    expect(unaskableIn(instrument)).toEqual(['photo', 'ok', 'again']);
    expect(unaskableIn(everyType.instrument)).toEqual([]);
  });
});
