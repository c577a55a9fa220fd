import type { OpenStore } from './store/open-store.js';

/** Where this tablet stands. */
export type Stage =
  | { readonly kind: 'starting' }
  /** This browser cannot keep anything safely: no storage, or no encryption because the address is not HTTPS. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'new' }
  | { readonly kind: 'locked'; readonly wrongTries: number }
  | { readonly kind: 'open'; readonly store: OpenStore; readonly aside: boolean }
  | { readonly kind: 'wiped' };
