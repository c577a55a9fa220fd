import { hash } from 'node:crypto';
import { contentHash } from '#documents';

/**
 * The `contentHash` of what was read from JSON, at a fifth of its cost: most of a submission's time went there. Objects are
 * written with their names in the order of RFC 8785, the rest of it is what JSON.stringify does. Engines put names that are
 * whole numbers first whatever one does: a document with such a name, and no visit has one, goes the long way.
 * @param document free of undefined, NaN, lone surrogates and names that reach for a prototype, as every checked body is
 */
export function sentHash(document: unknown): string {
  const ordered = inOrder(document);
  return ordered === numbered ? contentHash(document) : hash('sha256', JSON.stringify(ordered));
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
