import { Problem, textsIn, type Language, type TextKey } from '#contract';

const reasons: readonly (readonly [RegExp, TextKey])[] = [
  [/^ECONNREFUSED$/, 'start.reason.refused'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'start.reason.unknownHost'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$|timeout/i, 'start.reason.noAnswer'],
  [/^28(P01|000)$|password must be a string/, 'start.reason.credentials'],
  [/^3D000$/, 'start.reason.noDatabase'],
  [/^(53300|57P0.)$/, 'start.reason.busy'],
];

interface ConnectError {
  readonly code?: string;
  readonly message?: string;
  readonly errors?: readonly ConnectError[];
}

/** `start.databaseUnreachable` for an address that could not be connected to: host and port, and why; never the password. */
export function refusalOf(url: string, error: unknown, language: Language): Problem {
  const address = new URL(url);
  const fault = error as ConnectError;
  // One name can stand for several addresses; the first one's reason is told.
  const told = fault.errors?.[0] ?? fault;
  const known = reasons.find(([pattern]) => pattern.test(told.code ?? '') || pattern.test(told.message ?? ''))?.[1];
  const reason = known
    ? textsIn(language)(known, { user: decodeURIComponent(address.username), database: address.pathname.slice(1) })
    : (told.message ?? '').replaceAll(decodeURIComponent(address.password) || '\0', '…');
  const params = { address: `${address.hostname}:${address.port || '5432'}`, reason };
  return new Problem('start.databaseUnreachable', { params }, { cause: error });
}
