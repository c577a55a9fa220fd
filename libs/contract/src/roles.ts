/** What can be done, one verb a capability. A route names the verb it needs; a route without one is closed. */
export const verbs = [
  'health.read',
  'published.read',
  'session.open',
  'session.close',
  'session.read',
  'docs.read',
  'figures.read',
  'cycle.read',
  'cycle.publish',
  'agency.read',
  'agency.succeed',
  'centre.read',
  'violation.read',
  'violation.write',
  'method.read',
  'method.write',
  'method.publish',
  'cycle.open',
  'stars.read',
  'stars.try',
  'scorecard.read',
  'scorecard.print',
  'import.run',
  'assessment.read',
  'assessment.selfAssess',
  'assessment.grade',
  'assessment.settle',
  'assessment.assign',
  'assessment.evidence',
  'tablet.read',
  'device.enrol',
  'device.issue',
  'device.read',
  'device.revoke',
  'shopper.write',
  'visit.plan',
  'visit.list',
  'visit.assign',
  'visit.replace',
  'visit.work',
  'visit.accept',
  'visit.decline',
  'visit.start',
  'visit.submit',
  'visit.review',
  'visit.return',
  'visit.approve',
  'visit.reopen',
  'visit.void',
  'visit.release',
  'visit.lock',
  'visit.readReleased',
  'visit.appeal',
  'visit.decide',
  'visit.agreement',
  'media.send',
  'media.read',
] as const;
export type Verb = (typeof verbs)[number];

const everybody: readonly Verb[] = ['health.read', 'published.read', 'session.open', 'tablet.read', 'device.enrol'];
const signedIn: readonly Verb[] = [...everybody, 'session.close', 'session.read', 'docs.read'];

/** A role is a set of verbs. `visitor` is whoever has not signed in. */
export const roles = {
  visitor: everybody,
  viewer: [
    ...signedIn,
    'figures.read',
    'cycle.read',
    'agency.read',
    'centre.read',
    'method.read',
    'scorecard.read',
    'stars.read',
  ],
  /** Sees and assesses the centres of its own agency. */
  agency: [
    ...signedIn,
    'cycle.read',
    'method.read',
    'assessment.read',
    'assessment.selfAssess',
    'assessment.evidence',
    'visit.readReleased',
    'visit.appeal',
    'media.send',
    'media.read',
  ],
  /** Sees and grades the centres that are assigned to him. */
  assessor: [
    ...signedIn,
    'cycle.read',
    'method.read',
    'assessment.read',
    'assessment.grade',
    'assessment.settle',
    'assessment.evidence',
  ],
  /** Fills the visits that are assigned to him, on an enrolled tablet. */
  shopper: [
    ...signedIn,
    'visit.work',
    'visit.accept',
    'visit.decline',
    'visit.start',
    'visit.submit',
    'media.send',
    'media.read',
  ],
  office: verbs,
} as const satisfies Record<string, readonly Verb[]>;
export type Role = keyof typeof roles;

/** Whether a role has a verb. */
export function mayDo(role: Role, verb: Verb): boolean {
  return (roles[role] as readonly Verb[]).includes(verb);
}
