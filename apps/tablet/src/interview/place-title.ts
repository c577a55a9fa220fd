import type { Wording } from '#contract';
import type { InterviewedPlace } from '../store/interview-model.js';

/** What a place is called in one line: the narrowest name first, each told apart by a dot. */
export function placeTitle({ names }: InterviewedPlace, word: (wording: Wording) => string): string {
  return [names.centre, names.service, names.agency].flatMap((name) => (name ? [word(name)] : [])).join(' · ');
}
