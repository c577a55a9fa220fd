import { Problem, type ProblemCode } from '#contract';

/** What a broken constraint means. One that is not named here is a bug of ours and stays a plain error. */
const meaningOf: Readonly<Record<string, ProblemCode>> = {
  successions_not_self: 'agency.selfSuccession',
};

/** SQLSTATE classes and codes that say the server is away, starting, stopping, full, out of space or out of time. */
const awayStates = /^(08|57P0|53|57014|25006)/;
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Driver not Connected|Connection ended/i;

interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
  readonly driverError?: DriverError;
  readonly errors?: readonly DriverError[];
}

/** The refusal that an error of the database stands for, or the error itself. */
export function problemOf(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const fault = (error ?? {}) as DriverError;
  const constraint = fault.constraint ?? fault.driverError?.constraint;
  const meaning = constraint === undefined ? undefined : meaningOf[constraint];
  if (meaning) return new Problem(meaning, {}, { cause: error });
  if (isAway(fault)) return new Problem('database.unavailable', { retryAfter: 2 }, { cause: error });
  return error;
}

function isAway(fault: DriverError): boolean {
  if (awayStates.test(fault.code ?? '') || awayCodes.has(fault.code ?? '') || awayWords.test(fault.message ?? ''))
    return true;
  const deeper = [fault.driverError, ...(fault.errors ?? [])];
  return deeper.some((inner) => inner !== undefined && inner !== fault && isAway(inner));
}
