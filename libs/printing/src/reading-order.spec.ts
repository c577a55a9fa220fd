import { lineText, type Piece } from './reading-order.js';

/** Pieces as they stand on paper from left to right; Arabic ones are those with Arabic letters or brackets after `~`. */
function onPaper(...texts: string[]): Piece[] {
  return texts.map((text, x) => {
    const rtl = text.startsWith('~') || /\p{Script=Arabic}/u.test(text.replace(/\p{Nd}/gu, ''));
    return { text: text.replace('~', ''), x, y: 0, length: 1, size: 10, rtl };
  });
}

describe('lineText', () => {
  it.each([
    ['Arabic alone, whatever the line', false, ['الجهة', '~ ', 'أداء', '~ ', 'بطاقة'], 'بطاقة أداء الجهة'],
    ['English alone, whatever the line', true, ['Plain', ' ', 'English', ' ', '12'], 'Plain English 12'],
    ['a number in Arabic', true, ['هنا', '~ ', '2.4', '~ ', 'التغير'], 'التغير 2.4 هنا'],
    ['English words in Arabic', true, ['.', 'هنا', ' ', 'Al', ' ', 'Noor', '~ ', 'مركز'], 'مركز Al Noor هنا.'],
    ['Arabic words in English', false, ['See', ' ', 'الخير', '~ ', 'نجوم', ' ', 'now', '.'], 'See نجوم الخير now.'],
    ['brackets around Arabic', true, ['x', ' ', '~(', 'نجوم', '~)'], '(نجوم) x'],
    ['letters in the shapes they are drawn in', true, ['\uFEE1', '\uFEEE', '\uFEA0', '\uFEE7'], 'نجوم'],
    ['ligatures', true, ['\uFC91', '\uFED0', '\uFE98', '\uFEDF', 'ا'], 'التغير'],
    ['nothing', true, [], ''],
  ])('reads %s', (_, rtl, texts, read) => expect(lineText(onPaper(...texts), rtl)).toBe(read));

  it('cannot know whether a number between Arabic and English belongs to the one or the other', () => {
    expect(lineText(onPaper('Centre', ' ', '1', ' ', 'مركز'), true)).toBe('مركز Centre 1');
  });
});
