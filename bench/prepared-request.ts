/** What a request to the API is made of. */
export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

/** A request as it goes over the wire: made in one piece, so that whoever sends it does no more than that. */
export function wireOf({ method, path, headers, body }: RequestParts): Buffer {
  const all = { host: '127.0.0.1', ...headers, 'content-length': body.length };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body]);
}

/** A request that is sent again and again, each time with other texts, as long as those that stand in it. */
export class PreparedRequest {
  private readonly wire: Buffer;
  private readonly places: readonly number[];

  /** @param blanks texts that stand in it once, to be written over */
  constructor(parts: RequestParts, blanks: readonly string[]) {
    this.wire = wireOf(parts);
    this.places = blanks.map((blank) => this.wire.indexOf(blank));
    if (this.places.includes(-1)) throw new Error('A request lacks what is to be written over');
  }

  /** It stands until the next is asked for. */
  with(texts: readonly string[]): Buffer {
    texts.forEach((text, at) => this.wire.write(text, this.places[at] ?? 0, 'latin1'));
    return this.wire;
  }
}
