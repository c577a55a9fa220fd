import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Problem } from '#contract';

/**
 * argon2id (the library's default kind) with 64 MiB, three passes and one lane: the second choice of RFC 9106 on
 * one lane, four times the least that OWASP asks for (19 MiB, t=2, p=1), 86 ms on the machine it was measured on.
 */
const parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Hashing takes a thread and 64 MiB: so many at once, and so many in line, which is some two seconds of waiting. */
const atOnce = 2;
const inLine = 50;

/** Passwords as they are stored and checked. They are compared composed (NFC), as keyboards differ. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** A new hash of a password, with a salt of its own, in the PHC form. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFC'), parameters));
  }

  /** Whether a password is the stored one. Null stands for an account there is not: the same work, always false. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const matches = await this.inTurn(() => verify(stored ?? decoy(), password.normalize('NFC')));
    return matches && stored !== null;
  }

  /** Whether a stored hash was made with other parameters than today's. */
  isOutdated(stored: string): boolean {
    const used = parseOptions(stored);
    return (
      used.memoryCost !== parameters.memoryCost ||
      used.timeCost !== parameters.timeCost ||
      used.parallelism !== parameters.parallelism
    );
  }

  /** Refuses with `access.slowDown` when too many wait already. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= inLine) throw new Problem('access.slowDown', { params: { seconds: 2 }, retryAfter: 2 });
    if (this.running >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

/** A hash that no password has, and that costs as much to check as a real one of today. */
function decoy(): string {
  const { memoryCost, timeCost, parallelism } = parameters;
  const random = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${random(16)}$${random(32)}`;
}
