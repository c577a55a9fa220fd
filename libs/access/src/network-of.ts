import { isIP, isIPv4 } from 'node:net';

/**
 * The network an address counts for: its /24 for IPv4, its /64 for IPv6, the smallest blocks one customer is
 * commonly given, so that changing the last part of an address gains nothing. An IPv4 address written as
 * IPv6 (::ffff:192.0.2.1) is an IPv4 address. What is no address at all shares one network.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/s, '').toLowerCase();
  const version4 = plain.replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(version4)) return `${version4.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(plain) !== 6) return 'unknown';
  return `${firstFourGroups(plain)}::/64`;
}

function firstFourGroups(address: string): string {
  const [before = '', after] = address.split('::');
  const head = groupsOf(before);
  if (after === undefined) return head.slice(0, 4).join(':');
  const tail = groupsOf(after);
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

/** The 16-bit groups of a part of an address, without leading zeros; a dotted end counts as two. */
function groupsOf(part: string): string[] {
  const groups = part.split(':').filter((group) => group !== '');
  return groups.flatMap((group) => (group.includes('.') ? ['0', '0'] : [group.replace(/^0+(?=.)/, '')]));
}
