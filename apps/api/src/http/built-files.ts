import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '#contract';

/** A file of a built application. */
export interface BuiltFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Its name holds a hash of its content: it never changes. */
  readonly immutable: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * What the pages of an application may do: run its own scripts and worker; nothing comes from elsewhere, nothing goes there.
 * @param images where its pictures come from, as a policy names it
 */
export function applicationPolicy(images = "'self'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${images}`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join(';');
}

const dist = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'dist');

/** The names of all files of the built application, such as `assets/index-x.js`; none before it is built. */
function namesIn(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
    );
  } catch {
    return new Set();
  }
}

/** The files of an application that a browser loads. Only names that were there at start are served, so no path leads elsewhere. */
export class BuiltFiles {
  private readonly folder: string;
  private readonly names: ReadonlySet<string>;
  private readonly read = new Map<string, BuiltFile>();

  /** @param name of its folder in `dist` */
  constructor(name: string) {
    this.folder = join(dist, name);
    this.names = namesIn(this.folder);
  }

  /** A file by its name, or null for any other. Read once. */
  named(name: string): BuiltFile | null {
    const known = this.read.get(name);
    if (known) return known;
    const type = types[extname(name)];
    if (!this.names.has(name) || type === undefined) return null;
    const file = { type, bytes: readFileSync(join(this.folder, name)), immutable: name.startsWith('assets/') };
    this.read.set(name, file);
    return file;
  }

  /** Answers with a file, and with how long it may be kept. @throws Problem `route.unknown` */
  sent(name: string, reply: FastifyReply): StreamableFile {
    const file = this.named(name);
    if (!file) throw new Problem('route.unknown');
    void reply.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    return new StreamableFile(file.bytes, { type: file.type, length: file.bytes.length });
  }
}
