import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file of the page that shows the description. */
export interface DocsFile {
  readonly type: string;
  readonly bytes: Buffer;
}

// Swagger UI comes with @nestjs/swagger, so it is looked for from there.
const swagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger/package.json'));
const folder = dirname(swagger.resolve('swagger-ui-dist/package.json'));

const script = 'text/javascript; charset=utf-8';
const starter = `SwaggerUIBundle({
  url: '/api/docs/openapi.json',
  dom_id: '#description',
  deepLinking: true,
  validatorUrl: null,
  queryConfigEnabled: false,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': script,
};
const read = new Map<string, DocsFile>([['start.js', { type: script, bytes: Buffer.from(starter) }]]);

/** A file the page needs, or null for any other name. Read once. */
export function docsFile(name: string): DocsFile | null {
  const known = read.get(name);
  if (known) return known;
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) return null;
  const file = { type, bytes: readFileSync(join(folder, name)) };
  read.set(name, file);
  return file;
}
