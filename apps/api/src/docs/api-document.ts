import { Injectable, type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SessionCookies } from '#access';
import { addRefusals } from './document-refusals.js';
import { routeName, routesOf } from './routes.js';

/** The description of the API, made once when the application has all its routes. */
@Injectable()
export class ApiDocument {
  private document: OpenAPIObject | null = null;

  get description(): OpenAPIObject {
    if (!this.document) throw new Error('the description of the API was not made');
    return this.document;
  }

  describe(app: INestApplication): void {
    const session = app.get(SessionCookies, { strict: false }).sessionName;
    const frame = new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Nujoom')
      .setDescription(
        'Every refusal is a problem (RFC 9457) with a code that never changes and a title in Arabic or English, ' +
          'whichever Accept-Language prefers. Fields that are not described here are refused.',
      )
      .setVersion('1')
      .addCookieAuth(session, { type: 'apiKey', in: 'cookie' }, 'session')
      .addApiKey({ type: 'apiKey', in: 'header', name: 'Authorization', description: '`Device <token>`' }, 'device')
      .build();
    const document = SwaggerModule.createDocument(app, frame, { operationIdFactory: routeName });
    addRefusals(document, routesOf(app));
    this.document = document;
  }
}
