/** Where a visit stands, from the plan to the end. */
export const visitStates = [
  'planned',
  'assigned',
  'accepted',
  'inProgress',
  'submitted',
  'checked',
  'inReview',
  'returned',
  'approved',
  'released',
  'appealed',
  'underReview',
  'upheld',
  'amended',
  'voided',
  'locked',
  'replaced',
] as const;
export type VisitState = (typeof visitStates)[number];

/** Who moves a visit: the shopper it is assigned to, the office, the agency that is visited, or the platform itself. */
export type Mover = 'shopper' | 'office' | 'agency' | 'platform';

/** One move a visit can make. */
export interface Transition {
  readonly from: VisitState;
  readonly to: VisitState;
  /** The verb of the route that makes it; null: nobody asks for it, the platform makes it. */
  readonly verb: VisitVerb | null;
  readonly by: Mover;
  /** Whether it needs a reason in words. */
  readonly reason: boolean;
}

/** The verbs that move a visit; all are verbs of `contract`. */
export type VisitVerb =
  | 'visit.assign'
  | 'visit.accept'
  | 'visit.decline'
  | 'visit.start'
  | 'visit.submit'
  | 'visit.review'
  | 'visit.return'
  | 'visit.approve'
  | 'visit.reopen'
  | 'visit.void'
  | 'visit.release'
  | 'visit.appeal'
  | 'visit.decide'
  | 'visit.lock'
  | 'visit.replace';

const move = (
  from: VisitState,
  to: VisitState,
  verb: VisitVerb | null,
  by: Mover,
  reason: 'reason' | 'noReason' = 'noReason',
): Transition => ({ from, to, verb, by, reason: reason === 'reason' });

/**
 * All moves there are; what is not here is refused. A tablet without a network tells late what it did, so a visit can be
 * submitted from every state in which a shopper holds it.
 */
export const transitions: readonly Transition[] = [
  move('planned', 'assigned', 'visit.assign', 'office'),
  move('assigned', 'planned', 'visit.assign', 'office', 'reason'),
  move('accepted', 'planned', 'visit.assign', 'office', 'reason'),
  move('assigned', 'accepted', 'visit.accept', 'shopper'),
  move('assigned', 'planned', 'visit.decline', 'shopper', 'reason'),
  move('accepted', 'planned', 'visit.decline', 'shopper', 'reason'),
  move('inProgress', 'planned', 'visit.decline', 'shopper', 'reason'),
  move('assigned', 'inProgress', 'visit.start', 'shopper'),
  move('accepted', 'inProgress', 'visit.start', 'shopper'),
  move('assigned', 'submitted', 'visit.submit', 'shopper'),
  move('accepted', 'submitted', 'visit.submit', 'shopper'),
  move('inProgress', 'submitted', 'visit.submit', 'shopper'),
  move('returned', 'submitted', 'visit.submit', 'shopper', 'reason'),
  move('submitted', 'checked', null, 'platform'),
  move('checked', 'inReview', 'visit.review', 'office'),
  move('inReview', 'returned', 'visit.return', 'office', 'reason'),
  move('inReview', 'approved', 'visit.approve', 'office'),
  move('inReview', 'voided', 'visit.void', 'office', 'reason'),
  move('returned', 'voided', 'visit.void', 'office', 'reason'),
  move('approved', 'inReview', 'visit.reopen', 'office', 'reason'),
  move('approved', 'released', 'visit.release', 'office'),
  move('released', 'appealed', 'visit.appeal', 'agency', 'reason'),
  // While the time for appeals runs, another item may be objected to after one was decided.
  move('upheld', 'appealed', 'visit.appeal', 'agency', 'reason'),
  move('amended', 'appealed', 'visit.appeal', 'agency', 'reason'),
  move('appealed', 'underReview', 'visit.decide', 'office'),
  move('underReview', 'upheld', 'visit.decide', 'office', 'reason'),
  move('underReview', 'amended', 'visit.decide', 'office', 'reason'),
  move('underReview', 'voided', 'visit.decide', 'office', 'reason'),
  move('released', 'locked', 'visit.lock', 'office'),
  move('upheld', 'locked', 'visit.lock', 'office'),
  move('amended', 'locked', 'visit.lock', 'office'),
  // The shopper had made it all the same: what waits on his tablet can be taken then.
  move('replaced', 'assigned', 'visit.replace', 'office', 'reason'),
  ...(['planned', 'assigned', 'accepted', 'inProgress', 'voided'] as const).map((from) =>
    move(from, 'replaced', 'visit.replace', 'office', 'reason'),
  ),
];

/** The move from one state to another by a verb, or null when there is none. */
export function transitionOf(from: VisitState, to: VisitState, verb: VisitVerb | null): Transition | null {
  return transitions.find((one) => one.from === from && one.to === to && one.verb === verb) ?? null;
}

const counting: ReadonlySet<VisitState> = new Set<VisitState>([
  'approved',
  'released',
  'appealed',
  'underReview',
  'upheld',
  'amended',
  'locked',
]);

/** Whether a visit in this state counts in the figures: from its approval on, unless it is reopened, voided or replaced. */
export function isCounted(state: VisitState): boolean {
  return counting.has(state);
}
