import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OpenedMedia } from '#media';
import { fileType } from '../http/file-bodies.js';

/**
 * A photo or file as it leaves: opened by itself it is saved, not shown, and would have no rights if it were shown after
 * all. A page of ours may show a photo. Nothing keeps it: a tablet's cache would show it without the PIN.
 */
export function mediaAnswer(hash: string, { kind, bytes, content }: OpenedMedia, reply: FastifyReply): StreamableFile {
  const [type, extension] = kind === 'jpeg' ? ['image/jpeg', 'jpg'] : [fileType, 'pdf'];
  void reply.header('content-security-policy', "sandbox; default-src 'none'");
  void reply.header('x-content-type-options', 'nosniff');
  const disposition = `attachment; filename="${hash.slice(0, 16)}.${extension}"`;
  return new StreamableFile(content, { type, disposition, length: bytes });
}
