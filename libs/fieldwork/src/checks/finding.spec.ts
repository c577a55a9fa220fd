import { languages, texts, textsIn } from '#contract';
import { findingCodes, findingText, findingWeight, serious, type Finding } from './finding.js';

const finding = (code: Finding['code'], params: Finding['params'] = {}): Finding => ({ code, item: null, params });

describe('findingText', () => {
  it('has a text for every code, and no text for what cannot be found', () => {
    const told = Object.keys(texts.en).filter((key) => key.startsWith('finding.'));
    expect(told.sort()).toEqual(findingCodes.map((code) => `finding.${code}`).sort());
  });

  it('says a weekday and a message in the language of the reader', () => {
    const outside = finding('outsideWindow', {
      day: '2026-11-23', time: '16:30', weekday: 'monday', hours: '08:00–12:00', dueFrom: '2026-11-22', dueTo: '2026-11-27',
    }); // prettier-ignore
    expect(languages.map((language) => findingText(textsIn(language), outside, language))).toEqual([
      expect.stringContaining('الاثنين'),
      expect.stringContaining('Monday'),
    ]);
    const both = finding('contradiction', { ar: 'لا طابور', en: 'No queue', number: 1 });
    expect(findingText(textsIn('en'), both, 'en')).toContain('No queue');
    expect(findingText(textsIn('ar'), both)).toContain('لا طابور');
  });
});

describe('serious', () => {
  it('leaves what is only good to know', () => {
    const found = [finding('late'), finding('photoSeen'), finding('clockOff')];
    expect(serious(found).map(({ code }) => code)).toEqual(['photoSeen']);
    expect(findingCodes.filter((code) => findingWeight(code) === 'serious')).toHaveLength(10);
  });
});
