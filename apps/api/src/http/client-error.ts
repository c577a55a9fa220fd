import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Problem } from '#contract';
import type { Settings } from '#settings';
import { guardingHeaders } from './guarding-headers.js';
import { problemBody, problemType } from './problem-body.js';

/** Answers what is not HTTP at all, or came too slowly, before there is a request to answer. */
export function answerClientErrors(settings: Settings): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const body = JSON.stringify(problemBody(new Problem('request.unreadable'), settings.language, randomUUID()));
    const headers = Object.entries({
      ...guardingHeaders(settings),
      'content-type': problemType,
      'content-language': settings.language,
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    });
    const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.end(`HTTP/1.1 400 Bad Request\r\n${head}\r\n${body}`);
  };
}
