import { resolve } from 'node:path';
import { languages, Problem, type Language } from '#contract';

/** What a deployment decides, read once at start. Times, sizes and rules of the field are not settings. */
export interface Settings {
  /** PORT: where the API listens, 0 to 65535; 0 takes any free one. Default 3000. */
  readonly port: number;
  /** HOST: the address it listens on. Default 127.0.0.1: closed to the network until opened. */
  readonly host: string;
  /** DATABASE_URL: a PostgreSQL of one's own; null means the embedded one under `home`. */
  readonly databaseUrl: string | null;
  /** NUJOOM_HOME: the folder of the embedded database and of printed files. Default ./.nujoom. */
  readonly home: string;
  /** NUJOOM_LANGUAGE: of the command line, and of pages when a browser asks for none. Default en. */
  readonly language: Language;
  /** NUJOOM_URL: the address people use; https makes cookies Secure. Default http://HOST:PORT. */
  readonly address: URL;
  /** NUJOOM_PROXIES: how many proxies of ours stand in front, 0 to 10; their X-Forwarded-For is believed. Default 0. */
  readonly proxies: number;
  /** NUJOOM_MEDIA_STORE and its key: where photos and files lie; null means a folder under `home`. */
  readonly mediaStore: ObjectStore | null;
  /** NUJOOM_SECRET: at least 32 characters, the same for all processes; null: one is kept in a file under `home`. Never logged. */
  readonly secret: string | null;
  /** NUJOOM_SMTP and its sender: the server that mails invitations; null: none are mailed. */
  readonly mail: MailServer | null;
  /** NUJOOM_SMS_WEBHOOK: where invitations by SMS are posted to; null: none are sent. */
  readonly smsWebhook: URL | null;
  /** PUPPETEER_EXECUTABLE_PATH: the browser that prints; null means an installed one, else the one from npm. */
  readonly browserPath: string | null;
}

/** A bucket of an S3-compatible store, and what opens it. */
export interface ObjectStore {
  /** NUJOOM_MEDIA_STORE: the address of the bucket, path-style, such as https://host/bucket; a path behind it is kept. */
  readonly address: URL;
  /** NUJOOM_MEDIA_KEY. */
  readonly key: string;
  /** NUJOOM_MEDIA_SECRET: neither logged nor told. */
  readonly secret: string;
  /** NUJOOM_MEDIA_REGION. Default us-east-1, which stores without regions expect. */
  readonly region: string;
}

/** A server that takes mail, and who it comes from. */
export interface MailServer {
  /** NUJOOM_SMTP: such as smtps://user:password@host:465. Neither logged nor told. */
  readonly address: URL;
  /** NUJOOM_MAIL_FROM: such as survey@agency.example. */
  readonly from: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. A wrong one is refused as `settings.invalid` with its name, value and what is expected. */
export function settingsFrom(environment: Environment): Settings {
  const read: Reading = (name, fallback, expected, parse) => {
    const value = environment[name]?.trim() || fallback;
    const parsed = parse(value);
    if (parsed === null)
      throw new Problem('settings.invalid', { params: { name, value: withoutSecrets(value), expected } });
    return parsed;
  };
  const port = read('PORT', '3000', 'a port from 0 to 65535', (text) => wholeNumber(text, 0, 65_535));
  const host = read('HOST', '127.0.0.1', 'an address or name to listen on', (text) =>
    /^[\w.:-]+$/.test(text) ? text : null,
  );
  return {
    port,
    host,
    databaseUrl: read('DATABASE_URL', '-', 'postgres://user:password@host:port/database', databaseAddress) || null,
    home: read('NUJOOM_HOME', '.nujoom', 'a folder', (text) => (text.includes('\0') ? null : resolve(text))),
    language: read(
      'NUJOOM_LANGUAGE',
      'en',
      languages.join(' or '),
      (text) => languages.find((known) => known === text) ?? null,
    ),
    address: read(
      'NUJOOM_URL',
      `http://${shown(host)}:${port}`,
      'an address such as https://nujoom.example',
      webAddress,
    ),
    proxies: read('NUJOOM_PROXIES', '0', 'a number from 0 to 10', (text) => wholeNumber(text, 0, 10)),
    mediaStore: objectStore(read),
    secret: readSecret(environment['NUJOOM_SECRET']),
    mail: mailServer(environment, read),
    smsWebhook: smsWebhook(read),
    browserPath: environment['PUPPETEER_EXECUTABLE_PATH']?.trim() || null,
  };
}

/** Reads one setting; what cannot be understood is refused. */
type Reading = <T>(name: string, fallback: string, expected: string, parse: (text: string) => T | null) => T;

/** A short one is refused without being repeated. */
function readSecret(given: string | undefined): string | null {
  const secret = given?.trim() ?? '';
  if (secret === '') return null;
  if (secret.length >= 32) return secret;
  throw new Problem('settings.invalid', {
    params: { name: 'NUJOOM_SECRET', value: '…', expected: 'at least 32 characters' },
  });
}

function mailServer(environment: Environment, read: Reading): MailServer | null {
  const given = environment['NUJOOM_SMTP']?.trim() ?? '';
  if (given === '') return null;
  const address = urlOf(given);
  if (!address || !/^smtps?:$/.test(address.protocol)) {
    const params = { name: 'NUJOOM_SMTP', value: withoutSecrets(given), expected: 'smtps://user:password@host:port' };
    throw new Problem('settings.invalid', { params });
  }
  const from = read('NUJOOM_MAIL_FROM', '', 'an address such as survey@agency.example', (text) =>
    /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : null,
  );
  return { address, from };
}

function objectStore(read: Reading): ObjectStore | null {
  const address = read('NUJOOM_MEDIA_STORE', '', 'the address of a bucket such as https://host/bucket', bucketAddress);
  if (address === 'none') return null;
  return {
    address,
    key: read('NUJOOM_MEDIA_KEY', '', 'the key of NUJOOM_MEDIA_STORE', (text) => text || null),
    // Anything but none is taken, so that what stands there is never repeated in a message.
    secret: read('NUJOOM_MEDIA_SECRET', '', 'the secret of NUJOOM_MEDIA_STORE', (text) => text || null),
    region: read('NUJOOM_MEDIA_REGION', 'us-east-1', 'a region such as us-east-1', (text) =>
      /^[\w-]{1,50}$/.test(text) ? text : null,
    ),
  };
}

function smsWebhook(read: Reading): URL | null {
  const address = read('NUJOOM_SMS_WEBHOOK', '-', 'an address such as https://gateway.example/send', (text) =>
    text === '-' ? 'none' : webAddress(text),
  );
  return address === 'none' ? null : address;
}

/** Neither a key in the address, where it would be logged, nor a query or fragment. */
function bucketAddress(text: string): URL | 'none' | null {
  if (text === '') return 'none';
  const url = webAddress(text);
  const plain = url && !url.username && !url.password && !url.search && !url.hash && /^\/[^/]/.test(url.pathname);
  return plain ? url : null;
}

function wholeNumber(text: string, min: number, max: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : null;
}

/** The empty string stands for none given, null for one that cannot be understood. */
function databaseAddress(text: string): string | null {
  if (text === '-') return '';
  return /^postgres(ql)?:$/.test(urlOf(text)?.protocol ?? '') ? text : null;
}

function webAddress(text: string): URL | null {
  const url = urlOf(text);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function shown(host: string): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return reachable.includes(':') ? `[${reachable}]` : reachable;
}

/** A password that stands in an address is not repeated in a message. */
function withoutSecrets(value: string): string {
  return value.replace(/\/\/[^@/]*@/, '//…@').slice(0, 200);
}
