import { hash } from 'node:crypto';
import { contentHash } from '#documents';

/** A document as it is stored and known. */
export interface WrittenDocument {
  /** JSON of the same content; its names need not stand as they were sent. */
  readonly text: string;
  /** The `contentHash` of it. */
  readonly hash: string;
}

/**
 * Writes what was read from JSON once, for the store and for the hash, at a fifth of the cost of `contentHash`: most of a
 * submission's time went there. Objects are written with their names in the order of RFC 8785, the rest of it is what
 * JSON.stringify does. Engines put names that are whole numbers first whatever one does: a document with such a name, and no
 * visit has one, goes the long way.
 * @param document free of undefined, NaN, lone surrogates and names that reach for a prototype, as every checked body is
 */
export function writtenOf(document: unknown): WrittenDocument {
  const ordered = inOrder(document);
  if (ordered === numbered) return { text: JSON.stringify(document), hash: contentHash(document) };
  const text = JSON.stringify(ordered);
  // Hashed as bytes: as a text it would take three times as long.
  return { text, hash: hash('sha256', Buffer.from(text)) };
}

/** The hash alone. */
export function sentHash(document: unknown): string {
  return writtenOf(document).hash;
}

/** Says that some name begins with a digit. */
const numbered = Symbol('numbered');

/** A value with the names of all objects in order: itself when they are so already, as in most small ones. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isInOrder(value)) return value;
  return Array.isArray(value) ? listInOrder(value) : fieldsInOrder(value as Readonly<Record<string, unknown>>);
}

function isInOrder(value: object): boolean {
  let before = '';
  for (const name in value) {
    if (name < before || (startsWithDigit(name) && !Array.isArray(value))) return false;
    before = name;
    const inside = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof inside === 'object' && inside !== null && !isInOrder(inside)) return false;
  }
  return true;
}

function listInOrder(list: readonly unknown[]): unknown {
  const ordered = list.map(inOrder);
  return ordered.includes(numbered) ? numbered : ordered;
}

function fieldsInOrder(fields: Readonly<Record<string, unknown>>): unknown {
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(fields).sort()) {
    const inside = inOrder(fields[name]);
    if (inside === numbered || startsWithDigit(name)) return numbered;
    ordered[name] = inside;
  }
  return ordered;
}

function startsWithDigit(name: string): boolean {
  return name >= '0' && name < ':';
}
