import { generatedPassword } from './generated-password.js';
import { Passwords } from './passwords.js';
import { newToken, tokenHash } from './secret-token.js';

describe('a token', () => {
  it('has 256 random bits and is stored as their hash', () => {
    const [one, other] = [newToken(), newToken()];
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(one).not.toBe(other);
    expect(tokenHash(one)).toHaveLength(32);
    expect(tokenHash(one)?.toString('base64url')).not.toBe(one);
  });

  it.each([null, undefined, '', 'x', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}=`, `${'x'.repeat(42)}\n`])(
    '%j is none',
    (text) => expect(tokenHash(text)).toBeNull(),
  );
});

describe('a generated password', () => {
  it('has 99 bits in characters that cannot be taken for one another', () => {
    const made = Array.from({ length: 500 }, generatedPassword);
    for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
    expect(new Set(made.join('')).size).toBe(31 + 1);
    expect(new Set(made).size).toBe(500);
  });
});

describe('passwords', () => {
  const passwords = new Passwords();

  it('match what was stored, however their letters are composed', async () => {
    const stored = await passwords.hash('cafe\u0301');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await passwords.hash('cafe\u0301')).not.toBe(stored);
    expect(await passwords.matches(stored, 'caf\u00e9')).toBe(true);
    expect(await passwords.matches(stored, 'cafe')).toBe(false);
  });

  it('match nothing where there is no account, by a hash of the same cost', async () => {
    expect(await passwords.matches(null, '')).toBe(false);
    expect(await passwords.matches(null, 'anything')).toBe(false);
  });

  it('are outdated when any parameter differs', () => {
    const stored = (parameters: string) => `$argon2id$v=19$${parameters}$c29tZXNhbHRzb21lc2FsdA$${'A'.repeat(43)}`;
    expect(passwords.isOutdated(stored('m=65536,t=3,p=1'))).toBe(false);
    for (const other of ['m=19456,t=3,p=1', 'm=65536,t=2,p=1', 'm=65536,t=3,p=4']) {
      expect(passwords.isOutdated(stored(other))).toBe(true);
    }
  });

  it('are not hashed without end: who comes when too many wait is told to come later', async () => {
    const stored = await passwords.hash('x');
    const tries = Array.from({ length: 60 }, () => passwords.matches(stored, 'y').catch((error: unknown) => error));
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === false)).toHaveLength(52);
    expect(answers.filter((answer) => answer !== false)).toHaveLength(8);
    expect(answers.find((answer) => answer !== false)).toMatchObject({
      code: 'access.slowDown',
      details: { retryAfter: 2 },
    });
    expect(await passwords.matches(stored, 'x')).toBe(true);
  });
});
