import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What an employee sent, and nothing about when, from where or by whom. */
export interface EmployeeAnswer {
  readonly sheet: unknown;
  /** The version of the text that was agreed to. */
  readonly consent: number;
}

/** Sealed answers are multiples of this many bytes, so that their sizes tell as little as can be. */
const step = 4_096;
const nonceBytes = 12;
const tagBytes = 16;
const lengthBytes = 4;

/**
 * Seals an answer: AES-256-GCM with a random nonce, bound to its invitation. @param key of 32 bytes
 * @returns nonce, tag, and the answer filled up with zeros: n × 4,096 bytes in all
 */
export function sealAnswer(key: Uint8Array, invitation: string, answer: EmployeeAnswer): Buffer {
  const text = Buffer.from(JSON.stringify({ sheet: answer.sheet, consent: answer.consent }));
  const around = nonceBytes + tagBytes + lengthBytes;
  const plain = Buffer.alloc(Math.ceil((around + text.length) / step) * step - nonceBytes - tagBytes);
  plain.writeUInt32BE(text.length);
  text.copy(plain, lengthBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(invitation));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what was sealed. @throws Error for another key, another invitation, or a changed byte */
export function openAnswer(key: Uint8Array, invitation: string, sealed: Uint8Array): EmployeeAnswer {
  const nonce = sealed.subarray(0, nonceBytes);
  const opening = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(invitation)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  const plain = Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]);
  const text = plain.subarray(lengthBytes, lengthBytes + plain.readUInt32BE());
  return JSON.parse(text.toString()) as EmployeeAnswer;
}
