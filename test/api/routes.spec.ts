import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Accounts, Allow } from '#access';
import { mayDo, type Role } from '#contract';
import { routesOf, type Route } from '../../apps/api/src/docs/routes.js';
import type { Browser } from './browser.js';
import { openingsOf } from './closed-bodies.js';
import { servedApi, type Served } from './served-api.js';

class Inner {
  @IsString() readonly text: string;
}
class Open {
  @ValidateNested() readonly untyped: Inner;
  @ValidateNested() @Type(() => Inner) readonly closed: Inner;
  @IsArray() readonly anything: unknown[];
  @IsString({ each: true }) readonly words: string[];
}

@Controller('test')
class ForgottenController {
  @Get('forgotten')
  forgotten(): string {
    return 'a secret';
  }

  @Post('open')
  @Allow('health.read')
  open(@Body() _body: Open): string {
    return '';
  }

  @Post('bare')
  @Allow('health.read')
  bare(@Body() _body: Record<string, unknown>): string {
    return '';
  }

  @Get('office')
  @Allow('cycle.publish')
  office(): string {
    return 'for the office';
  }
}
@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('the platform', () => {
  let api: Served;
  beforeAll(async () => void (api = await servedApi()));

  it('names a verb for every route', () => {
    expect(routesOf(api.app).length).toBeGreaterThan(5);
    expect(routesOf(api.app).filter(({ verb }) => verb === null)).toEqual([]);
  });

  it('takes nothing it does not know in full', () => expect(openingsOf(api.app)).toEqual([]));

  it('has no route beside those of its controllers', () => {
    const served = api.app.getHttpAdapter().getInstance() as { printRoutes(options: object): string };
    const lines = served.printRoutes({ commonPrefix: false, method: 'POST' }).match(/\(.*\)/g) ?? [];
    expect(lines).toHaveLength(routesOf(api.app).filter(({ method }) => method === 'POST').length);
  });

  it('lets each role do what its verbs say and nothing else, on every route', async () => {
    const viewer = await api.app.get(Accounts, { strict: false }).create('viewer', 'viewer');
    const reading = api.browser();
    await reading.signIn(viewer.name, viewer.password);
    const roles: [Role, Browser][] = [
      ['visitor', api.browser()],
      ['viewer', reading],
    ];
    for (const [role, browser] of roles) {
      for (const route of routesOf(api.app).filter(({ verb }) => verb && !mayDo(role, verb))) {
        const answer = await ask(browser, route);
        const expected = role === 'visitor' ? [401, 'access.signInNeeded'] : [403, 'access.notAllowed'];
        expect([route.name, answer.status, answer.json.code]).toEqual([route.name, ...expected]);
      }
    }
  });
});

describe('a mistake', () => {
  let api: Served;
  beforeAll(async () => void (api = await servedApi({ more: [ForgottenModule] })));

  it('a route without a verb is closed to everybody', async () => {
    expect(routesOf(api.app).filter(({ verb }) => verb === null)).toMatchObject([
      { name: 'Forgotten.forgotten', method: 'GET', path: '/test/forgotten' },
    ]);
    for (const browser of [api.browser(), await api.signedIn()]) {
      const answer = await browser.get('/test/forgotten');
      expect([answer.status, answer.json.code]).toEqual([403, 'access.notAllowed']);
      expect(answer.text).not.toContain('secret');
    }
  });

  it('an open body is found', () => {
    expect(openingsOf(api.app)).toEqual([
      'ForgottenController.open.untyped has @ValidateNested without @Type',
      'ForgottenController.open.anything holds more than a plain value without @ValidateNested',
      'ForgottenController.bare takes something that is no class with rules',
    ]);
  });

  it('a role is told apart from a visitor', async () => {
    expect((await api.browser().get('/test/office')).json.code).toBe('access.signInNeeded');
    expect((await (await api.signedIn()).get('/test/office')).text).toBe('for the office');
  });
});

function ask(browser: Browser, { method, path }: Route) {
  return browser.ask(method, path.replace(/:\w+/g, 'x'));
}
