import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Settings } from '#settings';
import { Responses } from '#surveys';
import { AppModule, type ApiParts } from './app.module.js';
import { ApiDocument } from './docs/api-document.js';
import { httpServer } from './http/server.js';
import { FirstPagesDoor } from './surveys/pages/first-pages-door.js';
import { SurveyPages } from './surveys/pages/survey-pages.js';
import { VisitorsDoor } from './surveys/responses/visitors-door.js';

/**
 * The API with all its routes, ready to listen. Nothing is contacted before the first request, so that it starts,
 * and says that it lives, while the database is away.
 */
export async function createApi(
  settings: Settings,
  databaseUrl: string,
  parts: Pick<ApiParts, 'log' | 'more'> = {},
): Promise<NestFastifyApplication> {
  const firstPages = new FirstPagesDoor(settings);
  const answers = await VisitorsDoor.of(settings, parts.log);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of({ settings, databaseUrl, ...parts }),
    await httpServer(settings, [firstPages, answers]),
    // The framework's own lines about modules and routes tell an operator nothing; its warnings are kept.
    { bodyParser: false, abortOnError: false, logger: ['warn', 'error', 'fatal'] },
  );
  // The form of a personal link proves itself by its token. It has no referrer, and browsers without Sec-Fetch-Site then call its origin null.
  app.enableCsrfProtection({
    trustedOrigins: [settings.address.origin],
    exclude: [
      { path: '/a', method: RequestMethod.POST },
      // An answer may come from the page of any service: it carries no cookie, and says nothing for anybody who is signed in.
      { path: '/api/v1/responses/:id', method: RequestMethod.PUT },
    ],
  });
  await app.init();
  app.get(ApiDocument, { strict: false }).describe(app);
  const responses = app.get(Responses, { strict: false });
  answers.open(responses);
  firstPages.open({ pages: app.get(SurveyPages, { strict: false }), responses });
  app.useLogger(app.get(Logger));
  return app;
}
