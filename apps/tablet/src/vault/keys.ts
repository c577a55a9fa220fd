import { bytesToHex } from '@noble/hashes/utils.js';
import { aesGcm } from './sealed.js';

/** What an open vault works with: none of it can be exported, and it is in memory only. */
export interface Keys {
  /** Which vault they open. */
  readonly vault: string;
  /** AES-256-GCM: everything at rest. */
  readonly data: CryptoKey;
  /** HMAC-SHA-256: under what id something lies, so that ids tell nothing. */
  readonly ids: CryptoKey;
}

/** The root of a vault's keys, encrypted by what the PIN and the device secret make. */
export interface WrappedRoot {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A secret of this device: scripts can use it, and cannot read it. The browser keeps it in its profile all the same. */
export function newDeviceSecret(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** The key around the root: HMAC-SHA-256 of the stretched PIN under the device secret. */
export async function wrappingKey(stretched: Uint8Array<ArrayBuffer>, deviceSecret: CryptoKey): Promise<CryptoKey> {
  const bytes = await crypto.subtle.sign('HMAC', deviceSecret, stretched);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'unwrapKey']);
}

/** A new random root, wrapped; its plain bytes are gone when this comes back. */
export async function newRoot(vault: string, wrapping: CryptoKey): Promise<WrappedRoot> {
  const root = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new Uint8Array(await crypto.subtle.encrypt(aesGcm(iv, vault), wrapping, root));
  root.fill(0);
  return { iv, bytes };
}

/** The keys of a vault; rejected with an `OperationError` when the wrapping key is not the one. */
export async function keysOf(vault: string, wrapping: CryptoKey, { iv, bytes }: WrappedRoot): Promise<Keys> {
  const root = await crypto.subtle.unwrapKey('raw', bytes, wrapping, aesGcm(iv, vault), 'HKDF', false, ['deriveKey']);
  const [data, ids] = await Promise.all([
    crypto.subtle.deriveKey(from('data'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(from('ids'), root, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { vault, data, ids };
}

function from(purpose: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(purpose) };
}

/** Under what id the thing of this name lies: 32 small hex digits that tell nothing without the key. */
export async function hiddenId(keys: Keys, name: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.ids, new TextEncoder().encode(name));
  return bytesToHex(new Uint8Array(mac, 0, 16));
}
