import { html } from './html.js';
import { addressIn, pageOf } from './page.js';

describe('html', () => {
  it('takes values as text and markup as markup', () => {
    expect(html`<p title="${`"'`}">${'<b>&'}${html`<i>${1}</i>`}${[html`a`, 'b', null, false]}</p>`.markup).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;<i>1</i>ab</p>',
    );
  });
});

describe('addressIn', () => {
  it.each([
    ['/', '/?language=ar'],
    ['/sign-in?language=en', '/sign-in?language=ar'],
    ['/x?a=1&language=en&b=%22', '/x?a=1&language=ar&b=%22'],
    ['//evil.example/x', '/x?language=ar'],
    ['/\\evil.example', '/?language=ar'],
  ])('of %s stays here', (here, there) => expect(addressIn('ar', here)).toBe(there));
});

describe('pageOf', () => {
  const page = { title: '<T>', body: html`<h1>H</h1>`, here: '/x?language=ar', account: null } as const;

  it('runs in the direction of its language', () => {
    expect(pageOf({ ...page, language: 'ar' })).toContain('<html lang="ar" dir="rtl">');
    expect(pageOf({ ...page, language: 'en' })).toContain('<html lang="en" dir="ltr">');
    expect(pageOf({ ...page, language: 'ar' })).toContain('<title>&lt;T&gt; – نجوم</title>');
  });

  it('offers signing in to visitors and signing out to others', () => {
    expect(pageOf({ ...page, language: 'en' })).toContain('href="/sign-in?language=en"');
    const signedIn = pageOf({ ...page, language: 'en', account: '<office>' });
    expect(signedIn).not.toContain('href="/sign-in');
    expect(signedIn).toContain('action="/sign-out?language=en"');
    expect(signedIn).toContain('Signed in as &lt;office&gt;');
  });
});
