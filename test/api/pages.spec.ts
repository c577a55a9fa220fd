import type { Browser } from './browser.js';
import { servedApi, type Served } from './served-api.js';

let api: Served;
beforeAll(async () => void (api = await servedApi()));

/** Markup without the blanks that mean nothing. */
const tight = (text: string) => text.replace(/\s*([<>])\s*/g, '$1');
const wrong = 'aaaaa-aaaaa-aaaaa-aaaaa';
const send = (browser: Browser, form: Record<string, string>, path = '/sign-in') => browser.ask('POST', path, { form });

describe('the sign-in page', () => {
  it.each([
    ['ar', 'rtl', 'تسجيل الدخول'],
    ['en', 'ltr', 'Sign in'],
  ])('is there in %s', async (language, direction, title) => {
    for (const answer of [
      await api.browser().get(`/sign-in?language=${language}`),
      await api.browser().get('/sign-in', { 'accept-language': language }),
    ]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.headers.get('vary')).toContain('Accept-Language');
      expect(answer.text).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(answer.text).toContain(`<h1>${title}</h1>`);
      expect(answer.text).not.toMatch(/<script|style=|https?:\/\/(?!www\.w3\.org)/);
    }
  });

  it('helps those who fill it in', async () => {
    const text = tight((await api.browser().get('/sign-in?language=en')).text);
    expect(text).toContain('<label for="name">Account</label>');
    expect(text).toContain('<label for="password">Password</label>');
    expect(text).toMatch(/<input id="name"[^>]*autocomplete="username"/);
    expect(text).toMatch(/<input id="password"[^>]*type="password"[^>]*autocomplete="current-password"/);
    expect(text).toContain('<a href="/sign-in?language=ar" lang="ar" hreflang="ar" dir="rtl">العربية</a>');
  });

  it('signs in and goes to the start page', async () => {
    const browser = api.browser();
    const answer = await send(browser, { name: 'Office', password: api.office.password });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect((await browser.get('/api/v1/session')).json.account.name).toBe('office');
    const again = await browser.get('/sign-in?language=ar');
    expect([again.status, again.headers.get('location')]).toEqual([303, '/?language=ar']);
  });

  it('keeps the language that was chosen', async () => {
    const answer = await send(api.browser(), { name: 'office', password: api.office.password }, '/sign-in?language=ar');
    expect(answer.headers.get('location')).toBe('/?language=ar');
  });

  it('says what is wrong, where, and keeps the name that was typed', async () => {
    const answer = await send(api.browser(), { name: '"><script>x</script>', password: wrong }, '/sign-in?language=en');
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('<title>Error: Sign in – Nujoom</title>');
    expect(tight(answer.text)).toContain('<a href="#name">The account or the password is not right.</a>');
    expect(answer.text).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    expect(answer.text).toMatch(/<input id="name"[^>]*aria-invalid="true" aria-describedby="name-fault"/);
    expect(answer.text).not.toContain(wrong);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('says what was left empty', async () => {
    const both = await send(api.browser(), { name: ' ', password: '' }, '/sign-in?language=en');
    expect(both.status).toBe(400);
    expect(tight(both.text)).toContain('<a href="#name">Enter your account.</a>');
    expect(tight(both.text)).toContain('<a href="#password">Enter your password.</a>');
    const one = await send(api.browser(), { name: 'office' }, '/sign-in?language=ar');
    expect(one.text).not.toContain('href="#name"');
    expect(tight(one.text)).toContain('<a href="#password">أدخل كلمة المرور.</a>');
  });

  it('says when to come back', async () => {
    const browser = api.browser();
    for (let count = 0; count < 3; count++) await send(browser, { name: 'nobody', password: wrong });
    await api.sql(`update sign_in_failures set next_at = now() + interval '1 hour' where next_at > failed_at`);
    const answer = await send(browser, { name: 'nobody', password: wrong }, '/sign-in?language=en');
    const seconds = answer.headers.get('retry-after') ?? '';
    expect(answer.status).toBe(429);
    expect(answer.text).toContain(`Try again in ${Number(seconds).toLocaleString('en-GB')} seconds.`);
  });

  it.each([
    ['a field it does not have', { name: 'office', password: 'x', role: 'office' }],
    ['a name beyond all length', { name: 'x'.repeat(101), password: 'x' }],
    ['NUL', { name: 'a\0', password: 'x' }],
    ['__proto__', { ['__proto__x'.slice(0, 9)]: 'x' }],
  ])('takes no form with %s', async (_, form) => {
    const answer = await send(api.browser(), form);
    expect([answer.status, answer.json.code]).toEqual([400, 'request.invalid']);
  });

  it('takes no field twice', async () => {
    const answer = await api.browser().ask('POST', '/sign-in', {
      raw: 'name=a&name=b&password=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, answer.json.code]).toEqual([400, 'request.invalid']);
  });
});

describe('signing out', () => {
  it('ends the session and goes to the start page', async () => {
    const browser = await api.signedIn();
    const answer = await send(browser, {}, '/sign-out?language=ar');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?language=ar']);
    expect(browser.cookies.has('nujoom_session')).toBe(false);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });
});

describe('a refusal in a browser', () => {
  it('leads to signing in where that helps', async () => {
    const answer = await api.browser().get('/api/docs?language=en', { accept: 'text/html' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Sign in to see this.');
    expect(tight(answer.text)).toContain('<a class="button" href="/sign-in?language=en">Sign in</a>');
  });

  it('shows no markup that stood in the address', async () => {
    const answer = await api.browser().get('/%22%3E%3Cscript%3E?x="><script>y', { accept: 'text/html' });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(/<script/i);
  });
});

describe('what pages are drawn with', () => {
  it('is served by us and kept by browsers', async () => {
    const page = await api.browser().get('/sign-in');
    const style = /href="(\/assets\/page\.css\?v=\w{12})"/.exec(page.text)?.[1] ?? '';
    const css = await api.browser().get(style);
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(css.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(css.text).not.toMatch(
      /(?<![-\w])(left|right|margin-top|padding-left|margin-right|text-align:\s*(left|right))\s*[:;]/,
    );
    const fonts = [...css.text.matchAll(/url\((\/assets\/fonts\/[^)]+)\)/g)].map(([, address]) => address ?? '');
    expect(fonts).toHaveLength(6);
    for (const address of fonts) {
      const font = await api.browser().get(address);
      expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
      expect(font.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(font.text.startsWith('wOF2')).toBe(true);
    }
    expect((await api.browser().get('/assets/mark.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });

  it.each(['other.woff2', '..%2f..%2fpackage.json', 'toString', '__proto__'])('is nothing else: %s', async (name) => {
    expect((await api.browser().get(`/assets/fonts/${name}`)).json.code).toBe('route.unknown');
  });
});
