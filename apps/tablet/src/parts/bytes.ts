/** A size as people read it, in MB or kB of 1,000; one decimal for MB. */
export function sizeOf(bytes: number): { readonly unit: 'megabytes' | 'kilobytes'; readonly amount: string } {
  if (bytes >= 1_000_000) return { unit: 'megabytes', amount: (bytes / 1_000_000).toFixed(1) };
  return { unit: 'kilobytes', amount: String(Math.ceil(bytes / 1_000)) };
}
