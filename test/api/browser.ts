export interface Asked {
  readonly body?: unknown;
  /** Sent as it is, in place of a JSON body. */
  readonly raw?: string | Uint8Array;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- what a test expects, it says
}

/** Asks over HTTP as a browser does: it keeps its cookies, and stands at a network address. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    readonly address: string,
  ) {}

  get(path: string, headers: Asked['headers'] = {}): Promise<Answer> {
    return this.ask('GET', path, { headers });
  }

  post(path: string, body: unknown, headers: Asked['headers'] = {}): Promise<Answer> {
    return this.ask('POST', path, { body, headers });
  }

  signIn(name: string, password: string): Promise<Answer> {
    return this.post('/api/v1/session', { name, password });
  }

  async ask(method: string, path: string, { body, raw, form, headers = {} }: Asked = {}): Promise<Answer> {
    const sent =
      raw ?? (form ? new URLSearchParams(form).toString() : body === undefined ? undefined : JSON.stringify(body));
    const kind = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(sent === undefined ? {} : { 'content-type': kind }),
        'x-forwarded-for': this.address,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent as string }),
    });
    const text = await response.text();
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '' || /Max-Age=0\b/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
