import { argon2id } from '@noble/hashes/argon2.js';

/** What a PIN is stretched with; kept beside the vault, so that later vaults may take more. */
export interface Stretching {
  readonly kind: 'argon2id';
  /** KiB of memory. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. More is felt on the slow tablets of the field. */
export function newStretching(): Stretching {
  return {
    kind: 'argon2id',
    memory: 19 * 1_024,
    passes: 2,
    lanes: 1,
    salt: crypto.getRandomValues(new Uint8Array(16)),
  };
}

/** 32 bytes of a PIN. Takes about a second: called in a worker only. */
export function stretched(pin: string, { memory, passes, lanes, salt }: Stretching): Uint8Array<ArrayBuffer> {
  return new Uint8Array(argon2id(pin, salt, { m: memory, t: passes, p: lanes, dkLen: 32 }));
}
