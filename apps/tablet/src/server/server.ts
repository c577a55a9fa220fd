import type { InterviewPlacePage, InterviewWork } from '#campaigns';
import type { DeviceWork, VisitReceipt } from '#fieldwork';
import type { Enrolled, Message } from '../store/kept.js';
import { meaningOf } from './answer.js';
import { readingOfDate, type ClockReading } from './clock.js';
import { Unreachable } from './refusals.js';

/** What the server is told of this tablet with every request. */
export interface Standing {
  /** Absent before enrolment. */
  readonly token?: string;
  readonly language: string;
  readonly waiting: number;
  /** When the oldest that waits was finished. */
  readonly oldest?: string;
}

/** How much of a file has arrived. */
export interface Upload {
  readonly hash: string;
  readonly offset: number;
  readonly complete: boolean;
}

/** That a response is stored. */
export interface ResponseReceipt {
  readonly id: string;
  readonly receivedAt: string;
}

interface Ask {
  readonly body?: BodyInit;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly patience?: number;
}

const patienceMs = 30_000;
/** A chunk on a line of 5 kB/s. */
const chunkPatienceMs = 60_000;

/** The server, over the wire. Everything is refused as a `ServerRefusal` or is `Unreachable`. */
export class Server {
  constructor(
    private readonly version: string,
    private readonly standing: () => Standing,
    private readonly read: (reading: ClockReading) => void,
    private readonly stopped?: AbortSignal,
  ) {}

  async enrol(secret: string): Promise<Enrolled> {
    const body = JSON.stringify({ secret, appVersion: this.version });
    const { device, token, shopper } = (await this.ask('POST', 'devices', { body })) as Enrolled;
    if (typeof token !== 'string' || token === '') throw new Unreachable(200);
    return { device, token, shopper };
  }

  async work(): Promise<DeviceWork> {
    const askedAt = Date.now();
    const work = (await this.ask('GET', 'device/work')) as DeviceWork;
    if (!Array.isArray(work.assignments) || !Array.isArray(work.instruments)) throw new Unreachable(200);
    this.read({ askedAt, answeredAt: Date.now(), serverTime: Date.parse(work.now), within: 0 });
    return work;
  }

  async tell({ assignment, kind, at, reason }: Message): Promise<void> {
    const body = JSON.stringify({ at, ...(reason !== undefined && { reason }) });
    await this.ask('PUT', `assignments/${assignment}/${kind}`, { body });
  }

  uploaded(hash: string): Promise<Upload> {
    return this.ask('GET', `media/${hash}/offset`) as Promise<Upload>;
  }

  upload(hash: string, chunk: Uint8Array<ArrayBuffer>, offset: number, length: number): Promise<Upload> {
    return this.ask('PUT', `media/${hash}`, {
      body: chunk,
      type: 'application/octet-stream',
      headers: { 'Upload-Offset': String(offset), 'Upload-Length': String(length) },
      patience: chunkPatienceMs,
    }) as Promise<Upload>;
  }

  submit(id: string, body: string): Promise<VisitReceipt> {
    return this.ask('PUT', `visits/${id}`, { body }) as Promise<VisitReceipt>;
  }

  async surveys(): Promise<InterviewWork> {
    const work = (await this.ask('GET', 'device/surveys')) as InterviewWork;
    if (!Array.isArray(work.campaigns) || !Array.isArray(work.instruments)) throw new Unreachable(200);
    return work;
  }

  async surveyPlaces(campaign: string, after: number): Promise<InterviewPlacePage> {
    const page = (await this.ask('GET', `device/surveys/${campaign}/places?after=${after}`)) as InterviewPlacePage;
    if (!Array.isArray(page.places)) throw new Unreachable(200);
    return page;
  }

  respond(id: string, body: string): Promise<ResponseReceipt> {
    return this.ask('PUT', `responses/${id}`, { body }) as Promise<ResponseReceipt>;
  }

  private async ask(method: string, path: string, { body, type, headers, patience }: Ask = {}): Promise<unknown> {
    const askedAt = Date.now();
    const { response, text } = await this.answer(`/api/v1/${path}`, patience ?? patienceMs, {
      method,
      ...(body !== undefined && { body }),
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
        ...this.standingHeaders(askedAt),
        ...headers,
      },
    });
    const answered = {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text,
      retryAfter: response.headers.get('retry-after'),
    };
    const reading = readingOfDate(response.headers.get('date'), askedAt, Date.now());
    try {
      const meaning = meaningOf(answered);
      if (reading) this.read(reading);
      return meaning;
    } catch (error) {
      // Somebody else's clock is not the server's.
      if (reading && !(error instanceof Unreachable)) this.read(reading);
      throw error;
    }
  }

  /** No redirects, cookies or caches: nothing about visits is to be found in the browser's own files. */
  private async answer(
    path: string,
    patience: number,
    init: RequestInit,
  ): Promise<{ response: Response; text: string }> {
    const limits = [AbortSignal.timeout(patience), ...(this.stopped ? [this.stopped] : [])];
    try {
      const response = await fetch(path, {
        ...init,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.any(limits),
      });
      return { response, text: await response.text() };
    } catch (error) {
      throw new Unreachable(null, null, { cause: error });
    }
  }

  private standingHeaders(now: number): Record<string, string> {
    const { token, language, waiting, oldest } = this.standing();
    return {
      'Accept-Language': language,
      'Device-App': this.version,
      'Device-Time': new Date(now).toISOString(),
      ...(token !== undefined && {
        Authorization: `Device ${token}`,
        'Device-Waiting': String(waiting),
        ...(oldest !== undefined && { 'Device-Oldest': oldest }),
      }),
    };
  }
}
