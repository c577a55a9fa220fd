import { problemStatus, type ProblemCode } from '#contract';
import { routesOf } from '../../apps/api/src/docs/routes.js';
import type { Browser } from './browser.js';
import { servedApi, type Served } from './served-api.js';

let api: Served;
let browser: Browser;
beforeAll(async () => {
  api = await servedApi();
  browser = await api.signedIn();
});

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: unknown;
  readonly requestBody?: unknown;
  readonly responses: Record<
    string,
    { content?: Record<string, { schema: { allOf: [object, { properties: { code: { enum: string[] } } }] } }> }
  >;
}

interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, { required?: string[] }>; readonly securitySchemes: object };
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and tells every route under /api/v1 and /health', async () => {
    const { json } = await described();
    expect(json.openapi).toBe('3.1.0');
    const names = operationsOf(json)
      .map(({ operationId }) => operationId)
      .sort();
    const routes = routesOf(api.app).filter(({ path }) => /^\/(api\/v1|health)/.test(path));
    expect(names).toEqual(routes.map(({ name }) => name).sort());
  });

  it('says what each does, what it takes and every way it refuses', async () => {
    const { json } = await described();
    for (const operation of operationsOf(json)) {
      expect(operation.summary).toBeTruthy();
      for (const [status, response] of Object.entries(operation.responses)) {
        const schema = response.content?.['application/problem+json']?.schema;
        if (Number(status) >= 400) expect(schema).toBeDefined();
        for (const code of schema?.allOf[1].properties.code.enum ?? []) {
          expect(problemStatus[code as ProblemCode]).toBe(Number(status));
        }
      }
    }
    const open = json.paths['/api/v1/session']?.['post'];
    expect(Object.keys(open?.responses ?? {})).toEqual(['200', '400', '401', '403', '413', '415', '429', '500']);
    expect(open?.security).toBeUndefined();
    expect(json.paths['/api/v1/session']?.['get']?.security).toEqual([{ session: [] }, { device: [] }]);
    expect(json.components.securitySchemes).toEqual({
      session: { type: 'apiKey', in: 'cookie', name: 'nujoom_session' },
      device: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Device <token>`' },
    });
    expect(json.components.schemas['SignIn']?.required).toEqual(['name', 'password']);
  });

  it('holds no reference to nowhere', async () => {
    const { text, json } = await described();
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(3);
    for (const name of references) expect(Object.keys(json.components.schemas)).toContain(name);
  });
});

describe('its page', () => {
  it('runs only files of ours', async () => {
    const page = await browser.get('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    const files = [...page.text.matchAll(/(?:src|href)="(\/api\/docs\/files\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(3);
    for (const file of files) expect((await browser.get(file)).status).toBe(200);
    expect(page.text).not.toMatch(/https?:/);
  });

  it.each(['index.html', 'swagger-initializer.js', '..%2fpackage.json', 'toString', '__proto__'])(
    'serves no %s',
    async (name) => {
      expect((await browser.get(`/api/docs/files/${name}`)).json.code).toBe('route.unknown');
    },
  );

  it('is for those who have signed in', async () => {
    for (const path of ['/api/docs', '/api/docs/openapi.json', '/api/docs/files/start.js']) {
      expect((await api.browser().get(path)).json.code).toBe('access.signInNeeded');
    }
  });
});

async function described(): Promise<{ text: string; json: Description }> {
  const { text, json } = await browser.get('/api/docs/openapi.json');
  return { text, json: json as Description };
}

function operationsOf({ paths }: Description): Operation[] {
  return Object.values(paths).flatMap((path) => Object.values(path));
}
