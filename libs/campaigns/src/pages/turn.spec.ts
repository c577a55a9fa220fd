import fc from 'fast-check';
import { everyType, sampleSurvey } from './sample-survey.js';
import { askedSheet, sheetFrom } from './survey-form.js';
import { pagesOf, progressOf } from './survey-pages.js';
import { checkPage, startPage, turnOf, type Go, type Stand, type Turn } from './turn.js';

const byItem = sampleSurvey({
  sections: [
    {
      items: [
        { code: 'overall', type: 'scale' },
        { code: 'hint', type: 'note', relevant: 'overall == "bad"' },
        { code: 'why', type: 'text', relevant: 'overall == "bad"' },
        { code: 'wait', type: 'number', required: false },
        { code: 'thanks', type: 'note' },
      ],
    },
  ],
});
const bySection = sampleSurvey({
  page: 'section',
  sections: [
    {
      items: [
        { code: 'ok', type: 'yesNo' },
        { code: 'why', type: 'text', relevant: 'ok == "no"' },
      ],
    },
    { relevant: 'ok == "no"', items: [{ code: 'more', type: 'text', required: false }] },
    { items: [{ code: 'end', type: 'note' }] },
    { items: [{ code: 'last', type: 'yesNo', required: false }] },
  ],
});

const stand = (at: string, fields: Stand['fields'] = {}, rest: Partial<Stand> = {}): Stand => ({
  at,
  fields,
  isChange: false,
  shown: new Set('overall hint why wait thanks ok more last'.split(' ')),
  ...rest,
});
const told = (turn: Turn) =>
  turn.kind === 'page' ? [turn.page.key, turn.faults.map(({ field, fault }) => `${field} ${fault.reason}`)] : turn.kind;

describe('pagesOf', () => {
  const keys = (survey: typeof byItem, fields: Stand['fields']) => {
    const pages = pagesOf(survey, askedSheet(survey, sheetFrom(survey, fields)));
    return pages.map(({ items }) => items.map(({ code }) => code).join(' '));
  };

  it('shows what the answers lead to, notes with what they belong to', () => {
    expect(keys(byItem, {})).toEqual(['overall', 'wait thanks']);
    expect(keys(byItem, { 'a.overall': 'bad' })).toEqual(['overall', 'hint why', 'wait thanks']);
    expect(keys(bySection, {})).toEqual(['ok', 'last']);
    expect(keys(bySection, { 'a.ok': 'no' })).toEqual(['ok why', 'more', 'last']);
  });

  it('counts what is asked now', () => {
    const pages = pagesOf(byItem, sheetFrom(byItem, { 'a.overall': 'bad' }));
    expect(pages.map(({ key }) => progressOf(pages, key))).toEqual([
      { at: 1, of: 3 },
      { at: 2, of: 3 },
      { at: 3, of: 3 },
    ]);
  });
});

describe('turnOf', () => {
  it.each<[string, Stand, Go, unknown]>([
    ['begins', stand(startPage), 'next', ['overall', []]],
    ['stays at a mistake', stand('overall'), 'next', ['overall', ['a.overall missing']]],
    ['goes on', stand('overall', { 'a.overall': 'bad' }), 'next', ['why', []]],
    ['leaves out what is not asked', stand('overall', { 'a.overall': 'good' }), 'next', ['wait', []]],
    ['goes back over a mistake', stand('wait', { 'a.overall': 'good', 'a.wait': 'x' }), 'back', ['overall', []]],
    ['says a mistake in numbers', stand('wait', { 'a.overall': 'good', 'a.wait': 'x' }), 'next', ['wait', ['a.wait notANumber']]], // prettier-ignore
    ['goes back to the start', stand('overall'), 'back', 'start'],
    ['stays for another language', stand('wait', { 'a.overall': 'bad' }), 'same', ['wait', []]],
    ['stays at the start for another language', stand(startPage), 'same', 'start'],
    ['sends what is complete', stand('wait', { 'a.overall': 'good', 'a.wait': '٣' }), 'next', 'send'],
    ['sends nothing that was skipped', stand('wait', {}), 'next', ['overall', ['a.overall missing']]],
    ['goes on from a page that is gone', stand('why', { 'a.overall': 'good' }), 'next', ['wait', []]],
    ['begins again from what is no page', stand('nothing', { 'a.overall': 'good' }), 'next', ['overall', []]],
  ])('%s', (_, at, go, expected) => expect(told(turnOf(byItem, at, go))).toEqual(expected));

  it('shows what is asked anew on the same page before it is missed', () => {
    const shown = new Set(['ok']);
    const turn = turnOf(bySection, stand('s1', { 'a.ok': 'no' }, { shown }), 'next');
    expect([told(turn), turn.kind === 'page' && turn.added]).toEqual([['s1', []], 'why']);
    expect(told(turnOf(bySection, stand('s1', { 'a.ok': 'no' }), 'next'))).toEqual(['s1', ['a.why missing']]);
    expect(told(turnOf(bySection, stand('s1', { 'a.ok': 'yes' }, { shown }), 'next'))).toEqual(['s4', []]);
  });

  const filled = {
    'a.helped': 'na.closed', 'a.overall': 'good', 'a.outcome': 'a', 'a.why.a': '1', 'a.extras': '', 'a.wait': '3', 'a.paid': '10',
    'a.remark': 'ok', 'a.day.day': '1', 'a.day.month': '2', 'a.day.year': '2026', 'a.hour': '9:05', 'a.stay.from': '9:05', 'a.stay.to': '9:30', 'a.grid.r1': 'bad',
    'a.grid.r2': 'good', 'a.order.1': 'a', 'a.order.2': 'b', 'a.order.3': 'c',
  }; // prettier-ignore
  const all = new Set(everyType.instrument.sections.flatMap(({ items }) => items.map(({ code }) => code)));

  it('a long one ends with a look at all answers, from where each is changed and come back from', () => {
    const at = (key: string, fields: Stand['fields'] = filled, isChange = false) => ({
      at: key,
      fields,
      isChange,
      shown: all,
    });
    expect(told(turnOf(everyType, at('order'), 'next'))).toBe('check');
    expect(told(turnOf(everyType, at(checkPage), 'next'))).toBe('send');
    expect(told(turnOf(everyType, at(checkPage), 'back'))).toEqual(['order', []]);
    const changing = turnOf(everyType, at(checkPage), { to: 'grid' });
    expect([told(changing), changing.kind === 'page' && changing.isChange]).toEqual([['grid', []], true]);
    expect(told(turnOf(everyType, at('grid', filled, true), 'next'))).toBe('check');
    expect(told(turnOf(everyType, at('grid', filled, true), 'back'))).toBe('check');
    const without = { ...filled, 'a.grid.r1': '', 'a.grid.r2': '' };
    expect(told(turnOf(everyType, at('grid', without, true), 'next'))).toEqual(['grid', ['a.grid.r1 missing', 'a.grid.r2 missing']]); // prettier-ignore
    expect(told(turnOf(everyType, at(checkPage, without), 'next'))).toEqual(['grid', ['a.grid.r1 missing', 'a.grid.r2 missing']]); // prettier-ignore
  });

  it('never fails, whatever is typed and pressed, and shows no page without a question', () => {
    const field = fc.constantFrom('a.overall', 'a.why', 'a.wait', 'a.ok', 'a.more', 'a.last');
    const typed = fc.oneof(fc.constantFrom('bad', 'good', 'no', 'yes', '3', 'na.x'), fc.string());
    const go = fc.oneof(
      fc.constantFrom<Go>('next', 'back', 'same'),
      fc.string().map((to) => ({ to })),
    );
    const place = fc.oneof(fc.constantFrom(startPage, checkPage, 'overall', 'why', 's1', 's3'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(field, typed), place, go, fc.boolean(), (fields, at, pressed, isChange) => {
        for (const survey of [byItem, bySection]) {
          const turn = turnOf(survey, stand(at, fields, { isChange }), pressed);
          if (turn.kind === 'page') expect(turn.page.items.some(({ type }) => type !== 'note')).toBe(true);
        }
      }),
    );
  });
});
