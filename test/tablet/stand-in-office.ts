import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentHash } from '#documents';
import type { DeviceAssignment, DeviceWork, VisitReceipt } from '#fieldwork';
import type { Office } from './front.js';

/** What an answer is; `cut`: the connection ends without one. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cut?: true;
}

/** Answers in place of the office; null: it answers itself. */
export type Trick = (asked: {
  method: string;
  path: string;
  body: Buffer;
  headers: IncomingMessage['headers'];
}) => Reply | null;

/**
 * An office that does what the wire contract says and what a test tells it to: refuse, lie, fall silent. The real one cannot
 * be made to lie; what it does itself is tested with it.
 */
export class StandInOffice {
  readonly visits = new Map<string, unknown>();
  readonly files = new Map<string, Buffer>();
  readonly told: string[] = [];
  readonly asked: { method: string; path: string; headers: IncomingMessage['headers'] }[] = [];
  trick: Trick = () => null;
  assignments: readonly DeviceAssignment[] = [];
  tokens = new Map<string, string>();
  private readonly partial = new Map<string, Buffer>();

  readonly answer: Office = async (incoming, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
    } catch {
      return; // it was cut off
    }
    const body = Buffer.concat(chunks);
    const method = incoming.method ?? '';
    const path = (incoming.url ?? '').replace('/api/v1/', '');
    this.asked.push({ method, path, headers: incoming.headers });
    const reply =
      this.trick({ method, path, body, headers: incoming.headers }) ?? this.reply(method, path, body, incoming);
    send(response, reply);
  };

  private reply(method: string, path: string, body: Buffer, { headers }: IncomingMessage): Reply {
    if (method === 'POST' && path === 'devices') return this.enrol(body);
    if (!this.tokens.has((headers.authorization ?? '').replace('Device ', '')))
      return refused(401, 'access.signInNeeded');
    const [room, id = '', last] = path.split('/');
    if (path === 'device/work') return { status: 200, body: this.work() };
    if (room === 'assignments') return this.noted(`${last} ${id}`);
    if (room === 'media' && last === 'offset') return { status: 200, body: this.upload(id) };
    if (room === 'media') return this.chunk(id, body, headers);
    if (room === 'visits') return this.visit(id, body);
    return refused(404, 'route.unknown');
  }

  private enrol(body: Buffer): Reply {
    const { secret } = JSON.parse(body.toString()) as { secret: string };
    const token = `token-${secret}-${randomUUID()}`;
    this.tokens.set(token, secret);
    return { status: 201, body: { device: randomUUID(), token, shopper: secret.split('.')[0] } };
  }

  private work(): DeviceWork {
    return {
      now: new Date().toISOString(),
      shopper: 'Maha',
      timeZone: 'Asia/Dubai',
      assignments: this.assignments,
      instruments: [],
    };
  }

  private noted(what: string): Reply {
    this.told.push(what);
    return { status: 204 };
  }

  private upload(hash: string): { hash: string; offset: number; complete: boolean } {
    const whole = this.files.get(hash);
    return { hash, offset: whole?.length ?? this.partial.get(hash)?.length ?? 0, complete: whole !== undefined };
  }

  private chunk(hash: string, body: Buffer, headers: IncomingMessage['headers']): Reply {
    const before = this.partial.get(hash) ?? Buffer.alloc(0);
    const offset = Number(headers['upload-offset']);
    if (!this.files.has(hash) && offset !== before.length)
      return refused(409, 'media.offsetDiffers', { offset: before.length });
    const after = Buffer.concat([before, body]);
    this.partial.set(hash, after);
    if (after.length === Number(headers['upload-length'])) {
      this.partial.delete(hash);
      if (sha256(after) !== hash) return refused(422, 'media.hashDiffers');
      this.files.set(hash, after);
    }
    return { status: 200, body: this.upload(hash) };
  }

  private visit(id: string, body: Buffer): Reply {
    const sent = JSON.parse(body.toString()) as { assignment: string; photos: { hash: string }[] };
    if (sent.photos.some(({ hash }) => !this.files.has(hash))) return refused(409, 'visit.mediaMissing', { count: 1 });
    const earlier = this.visits.get(id);
    if (earlier !== undefined && contentHash(earlier) !== contentHash(sent)) return refused(409, 'visit.conflict');
    this.visits.set(id, sent);
    const receipt: VisitReceipt = {
      id,
      assignment: sent.assignment,
      revision: 1,
      hash: contentHash(sent),
      receivedAt: new Date().toISOString(),
      late: false,
      media: sent.photos.map(({ hash }) => hash),
    };
    return { status: earlier === undefined ? 201 : 200, body: receipt };
  }
}

/** A refusal in the office's words. */
export function refused(status: number, code: string, params: Readonly<Record<string, string | number>> = {}): Reply {
  return {
    status,
    body: { type: `urn:nujoom:problem:${code}`, title: `refused: ${code}`, status, code, params },
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  };
}

/** An assignment of a centre, as the office plans one. */
export function assignment(centre: string, more: Partial<DeviceAssignment> = {}): DeviceAssignment {
  return {
    id: randomUUID(),
    state: 'assigned',
    cycle: '2026',
    centre: {
      code: 'c1',
      name: { ar: centre, en: centre },
      agency: { ar: 'بلدية', en: 'Town' },
      channelType: 'happiness_centre',
    },
    scenario: { code: 's1', title: { ar: 'سيناريو', en: 'Scenario' }, brief: { ar: 'اسأل', en: 'Ask' } },
    service: null,
    language: 'ar',
    due: { from: '2026-11-01', to: '2026-12-31', hourFrom: '08:00', hourTo: '14:00' },
    instrument: { code: 'mystery_visit', version: 1 },
    returned: null,
    ...more,
  };
}

function send(response: ServerResponse, { status, body, headers, cut }: Reply): void {
  if (cut) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
