import type { InterviewPlace, InterviewWork } from '#campaigns';
import type { Server } from '../server/server.js';
import type { Keeper } from '../store/keeper.js';
import type { Change, Kept } from '../store/kept.js';
import type { Surveys } from '../store/interview-model.js';

/** A campaign of more places than this is asked about by other ways in; the screen says that there are more. */
const mostPlaces = 10_000;
/** Places never change once a campaign is open; their names, and the key of their codes, may. */
const placesHoldMs = 86_400_000;

/** Fetches what this tablet may ask; the places of a campaign only when there are none yet, or old ones. */
export async function fetchSurveys(
  keeper: Keeper,
  server: Pick<Server, 'surveys' | 'surveyPlaces'>,
  stopped: AbortSignal,
): Promise<void> {
  const fresh = await server.surveys();
  await keeper.note(() => afterSurveys(keeper.kept, fresh));
  for (const { code } of fresh.campaigns) {
    if (stopped.aborted) return;
    const held = keeper.kept.surveyPlaces.get(code);
    if (held && Math.abs(Date.now() - Date.parse(held.fetchedAt)) < placesHoldMs) continue;
    const places = await placesOf(server, code);
    const value = { campaign: code, places, fetchedAt: new Date().toISOString() };
    await keeper.note(() => [{ kind: 'surveyPlaces', id: code, value }]);
  }
}

/** The places of a campaign, page by page, up to the most a tablet keeps. */
export async function placesOf(
  server: Pick<Server, 'surveyPlaces'>,
  campaign: string,
): Promise<readonly InterviewPlace[]> {
  const all: InterviewPlace[] = [];
  for (let after: number | null = 0; after !== null && all.length < mostPlaces;) {
    const page = await server.surveyPlaces(campaign, after);
    all.push(...page.places);
    after = page.next !== null && page.next > after ? page.next : null;
  }
  return all.slice(0, mostPlaces);
}

/** What may be asked now in place of what was. A campaign stays with its instrument while an interview of it is not finished. */
export function afterSurveys(
  kept: Pick<Kept, 'surveys' | 'surveyPlaces' | 'interview'>,
  fresh: InterviewWork,
): readonly Change[] {
  const open = new Set(fresh.campaigns.map(({ code }) => code));
  const gone = [...kept.surveyPlaces.keys()].filter((code) => !open.has(code));
  return [
    { kind: 'surveys', id: '', value: mergedSurveys(kept, fresh) },
    ...gone.map((code) => ({ kind: 'surveyPlaces', id: code, value: null }) as const),
  ];
}

function mergedSurveys({ surveys, interview }: Pick<Kept, 'surveys' | 'interview'>, fresh: Surveys): Surveys {
  const nameOf = ({ code, version }: { readonly code: string; readonly version: number }) => `${code} ${version}`;
  const begun = [...interview.values()];
  const known = new Set(fresh.instruments.map(nameOf));
  const wanted = new Set(begun.map(({ instrument }) => nameOf(instrument)));
  const instruments = (surveys?.instruments ?? []).filter((one) => wanted.has(nameOf(one)) && !known.has(nameOf(one)));
  const codes = new Set(fresh.campaigns.map(({ code }) => code));
  const held = new Set(begun.map(({ campaign }) => campaign));
  const campaigns = (surveys?.campaigns ?? []).filter(({ code }) => held.has(code) && !codes.has(code));
  return {
    campaigns: [...fresh.campaigns, ...campaigns],
    instruments: [...fresh.instruments, ...instruments],
    ended: campaigns.map(({ code }) => code),
  };
}
