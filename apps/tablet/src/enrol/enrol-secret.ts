/** The secret of a QR code (`#enrol=…`): taken out of the address at once, so that it is not left there. */
export function takeEnrolSecret(): string | null {
  const secret = /^#enrol=(.+)$/.exec(location.hash)?.[1];
  if (secret === undefined) return null;
  history.replaceState(null, '', location.pathname);
  return decodeURIComponent(secret);
}
