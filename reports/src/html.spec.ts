import fc from 'fast-check';
import { markupOf } from '../test/markup.js';
import { html, Html } from './html.js';

describe('html', () => {
  it.each([
    ['text', html`<p>${'a < b & c > d'}</p>`, '<p>a &lt; b &amp; c &gt; d</p>'],
    ['quotes', html`<p title="${`"'`}"></p>`, '<p title="&quot;&#39;"></p>'],
    ['markup in markup', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
    ['lists', html`<ul>${['a', html`<li></li>`, ['b', 1]]}</ul>`, '<ul>a<li></li>b1</ul>'],
    ['nothing', html`<p>${null}${undefined}${false}${''}</p>`, '<p></p>'],
    ['zero', html`<p>${0}</p>`, '<p>0</p>'],
    ['controls', html`<p>${'a\0b\u001b[31m\u007f\u0085c\n\td'}</p>`, '<p>a\ufffdb\ufffd[31m\ufffd\ufffdc\n\td</p>'],
    ['an entity as it was typed', html`${'&lt;script&gt;'}`, '&amp;lt;script&amp;gt;'],
  ])('writes %s', (_, { markup }, expected) => expect(markup).toBe(expected));

  it('lets no value open a tag, an attribute or an entity, and loses none of it', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...`<>"'&;=/ !-\`{}\\xasriptonload#39\u202e\u0338é٣🌟`) });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), (value) => {
        const shown = value.replace(/[^\P{Cc}\n\r\t]/gu, '\ufffd');
        const { tags, text, values } = markupOf(html`<p title="${value}">${value}</p>`.markup);
        expect(tags).toEqual(['<p title>', '</p>']);
        expect([text.slice(1, -1), values]).toEqual([shown, [shown]]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('escapes once only', () => {
    const once = html`<p>${'<'}</p>`;
    expect(html`${once}`.markup).toBe(once.markup);
    expect(html`${new Html('<hr>')}`.markup).toBe('<hr>');
  });
});
