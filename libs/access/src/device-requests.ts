import type { FastifyRequest } from 'fastify';
import type { DeviceReport } from './devices.queries.js';

/** The token of a device that asks, or null: `Authorization: Device <token>`. */
export function deviceToken({ headers }: FastifyRequest): string | null {
  return /^Device ([\w-]{1,100})$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** What a device says of itself beside; what cannot be understood was not said. */
export function deviceReport({ headers }: FastifyRequest): DeviceReport {
  const waiting = textOf(headers['device-waiting']);
  return {
    appVersion: textOf(headers['device-app'])?.slice(0, 40) ?? null,
    waiting: waiting !== null && /^\d{1,6}$/.test(waiting) ? Number(waiting) : null,
    oldestWaitingAt: instantIn(textOf(headers['device-oldest'])),
  };
}

/** How far the device's clock is behind the server's, in ms: server minus device; null when it does not tell its time. */
export function deviceOffset({ headers }: FastifyRequest): number | null {
  const told = instantIn(textOf(headers['device-time']));
  return told === null ? null : Date.now() - Date.parse(told);
}

function textOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header !== '' ? header : null;
}

/** Between 1970 and 2999: what a broken clock says beyond is not told to tables. */
function instantIn(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/.test(text)) return null;
  const time = Date.parse(text);
  return time >= 0 && time < Date.UTC(3000, 0) ? new Date(time).toISOString() : null;
}
