const ivBytes = 12;

/** Bytes that nobody reads without the key, nor moves to another place: `place` has to be the same when opening. */
export async function sealed(key: CryptoKey, place: string, bytes: BufferSource): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const cipher = await crypto.subtle.encrypt(aesGcm(iv, place), key, bytes);
  const whole = new Uint8Array(ivBytes + cipher.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(cipher), ivBytes);
  return whole;
}

/** What was sealed for this place; rejected when the key, the place or a single bit differs. */
export async function opened(
  key: CryptoKey,
  place: string,
  whole: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = whole.subarray(0, ivBytes);
  return new Uint8Array(await crypto.subtle.decrypt(aesGcm(iv, place), key, whole.subarray(ivBytes)));
}

export function aesGcm(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}
