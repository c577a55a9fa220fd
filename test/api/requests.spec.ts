import { Body, Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import fc from 'fast-check';
import { Allow } from '#access';
import { rawRequest } from './raw-request.js';
import { servedApi, type Served } from './served-api.js';

class Line {
  @IsString() @MaxLength(5) readonly text: string;
  @IsOptional() @IsIn(['a', 'b']) readonly kind?: string;
}
class Echoed {
  @IsString() readonly name: string;
  @IsInt() @Min(1) @Max(9) readonly count: number;
  @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Line) readonly lines: Line[];
}
class Asked {
  @IsOptional() @IsString() readonly q?: string;
}

@Controller('test')
class EchoController {
  @Post('echo')
  @HttpCode(200)
  @Allow('health.read')
  echo(@Body() body: Echoed): Echoed {
    return body;
  }

  @Get('query')
  @Allow('health.read')
  query(@Query() query: Asked): Asked {
    return query;
  }

  @Get('param/:one')
  @Allow('health.read')
  param(@Param('one') one: string): { one: string } {
    return { one };
  }

  @Get('bug')
  @Allow('health.read')
  bug(): never {
    throw new Error('a secret detail');
  }
}
@Module({ controllers: [EchoController] })
class EchoModule {}

let api: Served;
beforeAll(async () => void (api = await servedApi({ more: [EchoModule] })));

const good = { name: 'n', count: 1, lines: [{ text: 't' }] };

describe('a body', () => {
  it('that fits is taken', async () => {
    const answer = await api.browser().post('/test/echo', good);
    expect([answer.status, answer.json]).toEqual([200, good]);
  });

  it.each<[string, unknown, object]>([
    ['a field too many', { ...good, role: 'office' }, { where: 'role', reason: 'unknown' }],
    ['a nested field too many', { ...good, lines: [{ text: 't', id: 1 }] }, { where: 'lines.0.id', reason: 'unknown' }],
    ['nothing', undefined, { where: 'name', reason: 'missing' }],
    ['null', null, { where: 'name', reason: 'missing' }],
    ['a list', [], { where: 'name', reason: 'missing' }],
    ['a number for text', { ...good, name: 1 }, { where: 'name', reason: 'notText' }],
    ['an object for text', { ...good, name: { $gt: '' } }, { where: 'name', reason: 'notText' }],
    ['text for a number', { ...good, count: '1' }, { where: 'count', reason: 'notAWholeNumber' }],
    [
      'a number out of range',
      { ...good, count: 10 },
      { where: 'count', reason: 'outOfRange', params: { min: 1, max: 9 } },
    ],
    [
      'text that is too long',
      { ...good, lines: [{ text: '123456' }] },
      { where: 'lines.0.text', reason: 'tooLong', params: { max: 5 } },
    ],
    [
      'a choice there is not',
      { ...good, lines: [{ text: 't', kind: 'c' }] },
      { where: 'lines.0.kind', reason: 'notOneOf', params: { options: 'a, b' } },
    ],
    [
      'too many lines',
      { ...good, lines: [{ text: '' }, { text: '' }, { text: '' }] },
      { where: 'lines', reason: 'outOfRange' },
    ],
    ['no list', { ...good, lines: { text: 't' } }, { where: 'lines', reason: 'invalid' }],
    ['a list of what is no object', { ...good, lines: [1] }, { where: 'lines.0', reason: 'invalid' }],
  ])('with %s is refused, and says where', async (_, body, fault) => {
    const answer = await api.browser().post('/test/echo', body);
    expect([answer.status, answer.json.code]).toEqual([400, 'request.invalid']);
    expect(answer.json.faults[0]).toMatchObject({ ...fault, text: expect.stringMatching(/\w{3}/) });
  });

  it.each<[string, string | Uint8Array, string, object]>([
    ['no JSON', '{"name":', 'request.notJson', {}],
    ['nothing', '', 'request.notJson', {}],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'request.notJson', {}],
    [
      'a name twice',
      '{\n"name":"a",\n"name":"b"}',
      'request.invalid',
      { where: 'name', reason: 'twice', params: { line: 2 } },
    ],
    [
      'a name twice, written differently',
      '{"lines":[{"text":"a","\\u0074ext":"b"}]}',
      'request.invalid',
      { where: 'lines.0.text' },
    ],
    ['__proto__', '{"__proto__":{"role":"office"}}', 'request.invalid', { where: '__proto__', reason: 'unknown' }],
    ['constructor', '{"name":{"constructor":{"prototype":{}}}}', 'request.invalid', { where: 'name.constructor' }],
    ['NUL', '{"name":"a\\u0000b"}', 'request.invalid', { where: 'name', reason: 'notAllowedCharacters' }],
    ['half a pair', '{"name":"\\ud83d"}', 'request.invalid', { where: 'name', reason: 'notAllowedCharacters' }],
    ['half a pair in a name', '{"\\udead":1}', 'request.invalid', { reason: 'notAllowedCharacters' }],
    ['33 levels', '['.repeat(33) + ']'.repeat(33), 'request.invalid', { reason: 'invalid' }],
    ['half a million levels', '['.repeat(500_000) + ']'.repeat(500_000), 'request.invalid', { reason: 'invalid' }],
    ['a number beyond all', '{"name":"a","count":1e999,"lines":[]}', 'request.invalid', { where: 'count' }],
  ])('%s is refused', async (_, raw, code, fault) => {
    const answer = await api.browser().ask('POST', '/test/echo', { raw });
    expect([answer.status, answer.json?.code]).toEqual([400, code]);
    expect(answer.json.faults?.[0] ?? {}).toMatchObject(fault);
  });

  it('of more than 1 MiB is refused, whether it says so or not', async () => {
    const raw = JSON.stringify('x'.repeat(1024 * 1024 - 1));
    const answer = await api.browser().ask('POST', '/test/echo', { raw });
    expect([answer.status, answer.json]).toMatchObject([413, { code: 'request.tooLarge', params: { limit: '1 MiB' } }]);
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const unsaid = await rawRequest(
      api.url,
      `POST /test/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(17)}0\r\n\r\n`,
    );
    expect(unsaid).toMatch(/^HTTP\/1\.1 413 /);
    const exact = JSON.stringify('x'.repeat(1024 * 1024 - 2));
    expect((await api.browser().ask('POST', '/test/echo', { raw: exact })).status).toBe(400);
  });

  it.each([
    ['text/plain'],
    ['application/xml'],
    ['application/jsonx'],
    ['multipart/form-data; boundary=x'],
    ['application/x-www-form-urlencoded', '/api/v1/session'],
    ['application/json; charset=utf-16'],
    ['application/json; charset="iso-8859-1"'],
    ['nonsense'],
    [''],
  ])('of the kind “%s” is refused', async (kind, path = '/test/echo') => {
    const answer = await api.browser().ask('POST', path, { raw: '{}', headers: { 'content-type': kind } });
    expect([answer.status, answer.json.code]).toEqual([415, 'request.mediaType']);
  });

  it('of any shape is answered with a named problem, never with a fault of ours', async () => {
    const browser = api.browser();
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.jsonValue(),
        fc.string({ unit: 'binary' }),
        fc.constant({ length: 4e9 }),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('object'),
      ),
      object: fc.dictionary(
        fc.oneof(
          fc.constantFrom(
            'name',
            'count',
            'lines',
            'text',
            'toString',
            'hasOwnProperty',
            'then',
            'toJSON',
            'length',
            '',
          ),
          fc.string({ unit: 'binary' }),
        ),
        tie('value'),
        { maxKeys: 5, noNullPrototype: true },
      ),
    })).value;
    const raw = fc.oneof(
      value.map((one) => JSON.stringify(one) ?? ''),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(raw, fc.constantFrom('/test/echo', '/api/v1/session'), async (body, path) => {
        const answer = await browser.ask('POST', path, { raw: body });
        if (answer.status === 200) return;
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(answer.json.type).toBe(`urn:nujoom:problem:${answer.json.code}`);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an address', () => {
  it.each([
    ['/nowhere', 404, 'route.unknown'],
    ['/api/v1/session/', 404, 'route.unknown'],
    ['/test/param/%00', 400, 'request.unreadable'],
    ['/test/query?q=%00', 400, 'request.unreadable'],
    ['/test/query?q=a&q=b', 400, 'request.invalid'],
    ['/test/query?__proto__=1', 400, 'request.unreadable'],
    ['/test/query?other=1', 400, 'request.invalid'],
    ['/test/param/%ff', 400, 'request.unreadable'],
    [
      `/test/query?${'a&'.repeat(30)}${Array.from({ length: 51 }, (_, index) => index).join('&')}`,
      400,
      'request.unreadable',
    ],
    ['/test/param/%zz', 400, 'request.unreadable'],
    [`/test/param/${'x'.repeat(300)}`, 400, 'request.unreadable'],
  ])('%s is %i %s', async (path, status, code) => {
    const answer = await api.browser().get(path);
    expect([answer.status, answer.json?.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('asked in another way is not known', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      expect((await api.browser().ask(method, '/health')).json.code).toBe('route.unknown');
    }
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n'],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(70_000)}\r\n\r\n`],
    ['two lengths', 'POST /test/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    [
      'a length and chunks',
      'POST /test/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    ],
    [
      'an obscure coding',
      'POST /test/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: xchunked\r\n\r\n{}',
    ],
    ['a bare line feed', 'GET /health HTTP/1.1\nHost: x\n\n'],
  ])('%s is refused with a problem', async (_, text) => {
    const answer = await rawRequest(api.url, text);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('"code":"request.unreadable"');
  });
});

describe('a problem', () => {
  it.each([
    [{ 'accept-language': 'ar-AE,ar;q=0.9,en;q=0.8' }, '', 'ar', 'لا يوجد شيء في هذا العنوان.'],
    [{ 'accept-language': 'fr, en;q=0.5, ar;q=0.7' }, '', 'ar', 'لا يوجد شيء في هذا العنوان.'],
    [{ 'accept-language': 'ar;q=0, *' }, '', 'en', 'There is nothing at this address.'],
    [{}, '?language=ar', 'ar', 'لا يوجد شيء في هذا العنوان.'],
    [{}, '', 'en', 'There is nothing at this address.'],
  ])('is said in the language of its reader (%j%s)', async (headers, query, language, title) => {
    const answer = await api.browser().get(`/nowhere${query}`, headers);
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.json).toEqual({
      type: 'urn:nujoom:problem:route.unknown',
      title,
      status: 404,
      code: 'route.unknown',
      instance: `urn:uuid:${answer.headers.get('x-request-id')}`,
    });
  });

  it('of ours tells a number and keeps the rest in the log', async () => {
    const answer = await api.browser().get('/test/bug');
    expect([answer.status, answer.json.code]).toEqual([500, 'internal']);
    expect(answer.text).not.toMatch(/secret detail|\.ts|at /);
    const id = answer.headers.get('x-request-id') ?? '';
    expect(answer.json.title).toContain(id);
    expect(api.log.filter((line) => line.includes(id) && line.includes('a secret detail'))).toHaveLength(1);
  });

  it('is a page for who asks for a page', async () => {
    const answer = await api.browser().get('/nowhere?language=ar', { accept: 'text/html,*/*;q=0.8' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('<html lang="ar" dir="rtl">');
    expect(answer.text).toContain('لا يوجد شيء في هذا العنوان.');
  });
});

describe('another site', () => {
  const host = () => new URL(api.url).host;

  it.each<[string, () => Record<string, string>]>([
    ['its origin', () => ({ origin: 'https://evil.example' })],
    ['an origin of nothing', () => ({ origin: 'null' })],
    ['its browser', () => ({ 'sec-fetch-site': 'cross-site', origin: api.url })],
    ['a neighbour of the same domain', () => ({ 'sec-fetch-site': 'same-site' })],
    ['another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ])('changes nothing: known by %s', async (_, headers) => {
    const browser = await api.signedIn();
    for (const [method, path] of [
      ['POST', '/api/v1/session'],
      ['DELETE', '/api/v1/session'],
      ['POST', '/sign-in'],
    ] as const) {
      const answer = await browser.ask(method, path, { headers: headers() });
      expect([answer.status, answer.json.code]).toEqual([403, 'access.crossSite']);
    }
    expect((await browser.get('/api/v1/session', headers())).status).toBe(200);
  });

  it('is not this one', async () => {
    for (const headers of [
      { origin: `http://${host()}` },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      {},
    ]) {
      const browser = await api.signedIn();
      expect((await browser.ask('DELETE', '/api/v1/session', { headers })).status).toBe(204);
    }
  });
});

describe('every answer', () => {
  it.each(['/health', '/nowhere', '/sign-in', '/assets/page.css', '/test/param/%zz'])(
    '%s carries the headers that guard it',
    async (path) => {
      const { headers } = await api.browser().get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';style-src 'self';img-src 'self' data:;font-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('for somebody is kept by no cache', async () => {
    const answer = await (await api.signedIn()).get('/api/v1/session');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
