import { foldedForSearch } from './folded.js';

describe('foldedForSearch', () => {
  it.each([
    ['الأداء', 'الاداء'],
    ['هيئة', 'هيئه'],
    ['مستشفى', 'مستشفي'],
    ['ســـعادة', 'سعاده'],
    ['التَّغيُّر', 'التغير'],
    ['HM  Treasury ', 'hm treasury'],
  ])('%s is found as %s', (text, folded) => expect(foldedForSearch(text)).toBe(foldedForSearch(folded)));

  it('different words stay different', () => expect(foldedForSearch('علم')).not.toBe(foldedForSearch('عمل')));
});
