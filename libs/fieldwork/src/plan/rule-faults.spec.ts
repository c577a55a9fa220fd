import { ruleFaults } from './rule-faults.js';
import { heldVisit, openVisit, rules, shopper } from './sample-assignments.js';

const found = (...args: Parameters<typeof ruleFaults>) =>
  ruleFaults(...args).map(({ reason, params }) => [reason, ...Object.values(params ?? {})].join(' '));
const earlier = (day: string, changes: object = {}) => heldVisit({ due: { from: day, to: day }, ...changes });
const noDays = { sameCentreDays: 0, shareOfCentre: 1, daysBetween: 0 };

describe('ruleFaults', () => {
  it('is nothing where nothing speaks against it', () => expect(found(rules, { visit: openVisit(), shopper: shopper() }, [])).toEqual([])); // prettier-ignore

  it.each<[string, object, string[]]>([
    ['is not active', { active: false }, ['ruleNotActive']],
    ['belongs to the agency', { agency: 'a1' }, ['ruleOwnAgency']],
    ['belongs to another', { agency: 'a2' }, []],
    ['has a conflict of interest', { conflicts: ['a2', 'a1'] }, ['ruleConflict']],
    ['does not speak the language', { languages: ['en'] }, ['ruleLanguage']],
    ['is of the other gender', { gender: 'male' }, ['ruleGender']],
    ['is wrong in every way', { active: false, languages: [], gender: 'male' }, ['ruleNotActive', 'ruleLanguage', 'ruleGender']],
  ])('somebody who %s', (_, changes, faults) =>
    expect(found(rules, { visit: openVisit(), shopper: shopper(changes) }, [])).toEqual(faults),
  ); // prettier-ignore

  // the visit is due from 2 to 6 March 2026
  it.each<[string, object, object[], string[]]>([
    ['was there 179 days before', {}, [earlier('2025-09-04')], ['ruleSameCentre 2025-09-04 180']],
    ['was there 180 days before', {}, [earlier('2025-09-03')], []],
    ['goes there 179 days after', {}, [earlier('2026-09-01')], ['ruleSameCentre 2026-09-01 180']],
    ['was there twice: the nearest is told', {}, [earlier('2026-01-05', { id: 'x' }), earlier('2026-02-05')], ['ruleSameCentre 2026-02-05 180']],
    ['was at another centre', {}, [earlier('2026-03-01', { centre: 'c2' })], []],
    ['has this very visit', {}, [earlier('2026-03-02', { id: 'v1' })], []],
    ['may come back at any time', noDays, [earlier('2026-03-01')], []],
    ['comes a day after somebody else', {}, [earlier('2026-03-01', { shopper: 's2' })], ['ruleBetween 3']],
    ['comes three days after somebody else', {}, [earlier('2026-02-27', { shopper: 's2' })], []],
    ['comes within the days of somebody else', {}, [earlier('2026-03-04', { shopper: 's2' })], ['ruleBetween 3']],
    ['comes when others may', noDays, [earlier('2026-03-04', { shopper: 's2' })], []],
  ])('somebody who %s', (_, changes, history, faults) => {
    const own = { ...rules, ...changes };
    const visit = openVisit({ ofCentre: 100 });
    expect(found(own, { visit, shopper: shopper() }, history as ReturnType<typeof earlier>[])).toEqual(faults);
  }); // prettier-ignore

  it.each([
    ['one of any number', 0, 3, []],
    ['a second of nine', 1, 9, ['ruleShare 2 1']],
    ['a second of ten', 1, 10, []],
    ['a third of ten', 2, 10, ['ruleShare 3 2']],
  ])('makes %s at the centre', (_, before, ofCentre, faults) => {
    const history = Array.from({ length: before }, (_, at) => earlier('2026-02-01', { id: `h${at}` }));
    const visit = openVisit({ ofCentre });
    expect(found({ ...noDays, shareOfCentre: 0.2 }, { visit, shopper: shopper() }, history)).toEqual(faults);
    const old = history.map((one) => ({ ...one, thisCycle: false }));
    expect(found({ ...noDays, shareOfCentre: 0.2 }, { visit, shopper: shopper() }, old)).toEqual([]);
  });

  it('floats take no visit away: 29 % of 100 are 29', () => {
    const history = Array.from({ length: 28 }, (_, at) => earlier('2026-02-01', { id: `h${at}` }));
    const assignment = { visit: openVisit({ ofCentre: 100 }), shopper: shopper() };
    expect(found({ ...noDays, shareOfCentre: 0.29 }, assignment, history)).toEqual([]);
  });

  it('the two of a pair are made on the same day, by two', () => {
    const visit = openVisit({ pair: 7, ofCentre: 10 });
    const other = (shopper: string) => [earlier('2026-03-02', { pair: 7, shopper })];
    expect(found(rules, { visit, shopper: shopper() }, other('s2'))).toEqual([]);
    expect(found(rules, { visit, shopper: shopper() }, other('s1'))).toEqual(['rulePair']);
    expect(found(noDays, { visit, shopper: shopper() }, other('s1'))).toEqual(['rulePair']);
  });
});
