import fc from 'fast-check';
import { XmlReader } from './xml-reader.js';
import { attributesOf } from './xml-text.js';

function eventsOf(pieces: readonly string[]): string[] {
  const events: string[] = [];
  const events$ = {
    open: (name: string, tag: string) => void events.push(`<${name} ${[...attributesOf(tag)].join()}>`),
    close: (name: string) => void events.push(`</${name}>`),
    text: (text: string) => void events.push(text),
  };
  const reader = new XmlReader(events$, () => new Error('refused'));
  for (const piece of pieces) reader.read(piece);
  reader.end();
  return events;
}

describe('XmlReader', () => {
  const text = '<?xml ?><!-- <a> --><x:a b="1>2" x:c=\'"\' d = "&lt;&#1606;"><e/>t&amp;<![CDATA[<&]]></x:a>\n';
  const events = ['<a b,1>2,c,",d,<ن>', '<e >', '</e>', 't&', '<&', '</a>'];

  it('tells what stands there', () => expect(eventsOf([text])).toEqual(events));

  it('tells the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: text.length }), (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        expect(eventsOf([text.slice(0, from), text.slice(from, to), text.slice(to)])).toEqual(events);
      }),
    );
  });

  it.each(['<a>', '</a>', '</a><a>', '<a></a', '<a>&x;</a>', '<a>&</a>', '<a>&#0;</a>', '<!DOCTYPE a><a/>', 'text'])(
    'refuses %s',
    (broken) => expect(() => eventsOf([broken])).toThrow('refused'),
  );
});
