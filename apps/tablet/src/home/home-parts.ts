import type { InterviewStep } from '../interview/steps.js';
import type { Draft, TabletState, TabletStore } from '../store/model.js';

/** A word about what was just done. */
export type Said = 'finished' | 'accepted' | 'declined' | 'interviewDropped' | { readonly trouble: string };

/** What a part of the home screen works with. */
export interface HomeParts {
  readonly store: TabletStore;
  readonly state: TabletState;
  readonly now: number;
  readonly onOpen: (draft: Draft) => void;
  readonly onInterview: (first: InterviewStep) => void;
  /** Does something with the store; a refusal is told in words. Resolves to whether it worked. */
  readonly run: (task: () => Promise<unknown>, then?: Said) => Promise<boolean>;
}
