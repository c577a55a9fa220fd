import type { InterviewPlace } from '#campaigns';
import { placeIndex, placesWith } from './place-search.js';

const place = (n: number, agency: string, centre: [string, string] | null, service: string | null): InterviewPlace => ({
  n,
  code: `code${n}`,
  agency: `A${n}`,
  centre: centre && `centre-${n}`,
  service,
  channel: null,
  names: {
    agency: { ar: 'الأشغال', en: agency },
    ...(centre && { centre: { ar: centre[0], en: centre[1] } }),
    ...(service !== null && { service: { ar: 'تجديد', en: 'Renewal' } }),
  },
});
const index = placeIndex([
  place(1, 'Works', null, null),
  place(2, 'Works', ['مركز البوّابة', 'The Gate'], null),
  place(3, 'Works', ['مركز البوّابة', 'The Gate'], 'renew'),
  place(4, 'Health', ['عيادة أحمد', 'Clínic'], null),
]);

it.each([
  ['nothing typed shows all', '  ', [1, 2, 3, 4]],
  ['case does not matter', 'WORKS', [1, 2, 3]],
  ['every word has to be there, wherever', 'renewal works gate', [3]],
  ['a part of a word is enough', 'clin', [4]],
  ['accents and Arabic marks do not matter', 'clinic', [4]],
  ['an Arabic name without its mark', 'البوابة', [2, 3]],
  ['letters that are typed for each other', 'احمد عياده', [4]],
  ['codes are found too', 'centre-4', [4]],
  ['what nothing has', 'gate health', []],
])('%s', (_, typed, found) => expect(placesWith(index, typed).map(({ n }) => n)).toEqual(found));
