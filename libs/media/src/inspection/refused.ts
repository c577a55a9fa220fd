import { Problem } from '#contract';

/** A file that would do something when it is opened. `what` names it in the terms of its format. */
export function active(what: string): Problem {
  return new Problem('evidence.active', { params: { what } });
}

/** A file that is broken, hides something, or cannot be looked into. */
export function doubtful(what: string): Problem {
  return new Problem('evidence.doubtful', { params: { what } });
}
