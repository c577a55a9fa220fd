/** Days after a campaign's end until it is forgotten who was invited. */
export const forgetAfterDays = 90;

/** When a campaign ends for good, of a row of `campaigns`: at its end, or before when it was closed by hand. */
export const endsAt = `least(case when state = 'closed' then closed_at end, (document ->> 'closes')::timestamptz)`;

/** When its words are to be erased. What was opened before anybody was asked is kept as long as what says nothing. */
export const wordsDueAt = `${endsAt} + make_interval(days => coalesce((document #>> '{retention,words}')::integer, 730))`;
