import { createHash, createHmac } from 'node:crypto';

/** A request as a store receives it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as they stand in the request. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Keys {
  readonly key: string;
  readonly secret: string;
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * What is wrong with the signature of a request, or null: AWS Signature Version 4 for S3, written from its description
 * ("Authenticating Requests (AWS Signature Version 4)", Amazon S3 API Reference) and not from what signs.
 */
export function faultOf({ method, url, headers, body }: ReceivedRequest, { key, secret }: Keys): string | null {
  const authorization =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/;
  const [, id, day = '', region = '', signed = '', signature] =
    authorization.exec(headers['authorization'] ?? '') ?? [];
  if (id === undefined) return 'AccessDenied';
  if (id !== key) return 'InvalidAccessKeyId';
  const names = signed.split(';');
  const unsigned = Object.keys(headers).filter((name) => /^(x-amz-.*|host)$/.test(name) && !names.includes(name));
  if (unsigned.length > 0 || !names.includes('host')) return 'AccessDenied';
  const time = headers['x-amz-date'] ?? '';
  if (!time.startsWith(day)) return 'AccessDenied';
  const payload = headers['x-amz-content-sha256'] ?? '';
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query.split('&').sort().join('&'),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signed,
    payload,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const signing = [region, 's3', 'aws4_request'].reduce((last, next) => hmac(last, next), hmac(`AWS4${secret}`, day));
  if (hmac(signing, toSign).toString('hex') !== signature) return 'SignatureDoesNotMatch';
  return sha256(body) === payload ? null : 'XAmzContentSHA256Mismatch';
}
