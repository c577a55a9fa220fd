/** A PIN as it is kept: what PBKDF2 makes of it. */
export interface KeptPin {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly hash: Uint8Array<ArrayBuffer>;
}

/** OWASP's number for PBKDF2 with HMAC-SHA-256. It slows down who copied the tables; a short PIN still falls. */
const rounds = 600_000;

export async function hashedPin(pin: string): Promise<KeptPin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, rounds, hash: await stretched(pin, salt, rounds) };
}

export async function isPin(pin: string, kept: KeptPin): Promise<boolean> {
  const hash = await stretched(pin, kept.salt, kept.rounds);
  return hash.length === kept.hash.length && hash.every((byte, at) => byte === kept.hash[at]);
}

async function stretched(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, 256);
  return new Uint8Array(bits);
}
