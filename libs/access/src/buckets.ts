import { nameMark } from './account-name.js';
import { networkOf } from './network-of.js';

/** The buckets one try counts in: rows of sign_in_failures, by their keys. */
export interface Buckets {
  /** Each with the failures that cost nothing. */
  readonly growing: readonly { readonly key: string; readonly free: number }[];
  /** The paced line of the account and the turn promised to this network in it; null for a known device. */
  readonly line: { readonly account: string; readonly promise: string } | null;
}

/** Where a try comes from. */
export interface TriedFrom {
  /** The network address of the client. */
  readonly address: string;
  /** The hash of its device token when that device has signed in to the account before, else null. */
  readonly knownDevice: Buffer | null;
}

/** People mistype twice; an office behind one address holds many people. */
const freeOfOne = 3;
const freeOfNetwork = 30;

/** The buckets of a try at a folded name, which need not be an account's: nothing here tells the two apart. */
export function bucketsOf(folded: string, { address, knownDevice }: TriedFrom): Buckets {
  if (knownDevice) return { growing: [{ key: `device:${knownDevice.toString('hex')}`, free: freeOfOne }], line: null };
  const mark = nameMark(folded);
  const network = networkOf(address);
  return {
    growing: [
      { key: `account:${mark}@${network}`, free: freeOfOne },
      { key: `network:${network}`, free: freeOfNetwork },
    ],
    line: { account: `account:${mark}`, promise: `turn:${mark}@${network}` },
  };
}

/** The keys of all buckets of a try. */
export function keysOf({ growing, line }: Buckets): string[] {
  return [...growing.map(({ key }) => key), ...(line ? [line.account, line.promise] : [])];
}
