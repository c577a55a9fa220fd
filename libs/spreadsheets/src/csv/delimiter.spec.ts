import { delimiterIn } from './delimiter.js';

describe('delimiterIn', () => {
  it.each([
    ['commas', 'a,b\n', ','],
    ['semicolons', 'a;b\n', ';'],
    ['tabs', 'a\tb\n', '\t'],
    ['one column only', 'a\n', ','],
    ['nothing', '', ','],
    ['the more frequent of two', 'a;b,c;d\n', ';'],
    ['a comma between equals', 'a;b,c\n', ','],
    ['commas within quotes do not count', '"a,b,c,d";e\n', ';'],
    ['nor after a doubled quote', '"a"",,,""b";c\n', ';'],
    ['nor after a line break within quotes', '"a\n,,,";c\n', ';'],
    ['a quote within a cell opens nothing', '5" x;a;b,c\n', ';'],
    ['later lines do not count', 'a;b\n,,,,,,\n', ';'],
    ['empty lines come first', '\r\n  \n\na;b\n', ';'],
    ['after a CR alone', 'a;b\rc,d,e,f', ';'],
  ])('%s', (_, text, delimiter) => expect(delimiterIn(text).delimiter).toBe(delimiter));

  it.each([
    ['a line that has not ended', 'a;b', false],
    ['a quote that has not ended', '"a;b\n\n', false],
    ['empty lines so far', '\n\n', false],
    ['a line that has ended', 'a;b\n', true],
  ])('knows whether it has seen enough: %s', (_, text, complete) => expect(delimiterIn(text).complete).toBe(complete));
});
