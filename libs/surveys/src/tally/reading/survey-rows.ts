import type { EntityManager } from 'typeorm';
import { copiedOut } from '#database';

/** What the responses of one place, outcome, segment and standing came to. */
export interface SurveyRow {
  /** Codes; '' where the campaign leaves it open. */
  readonly agency: string;
  readonly centre: string;
  readonly service: string;
  readonly channel: string;
  readonly outcome: string;
  /** The answers of the campaign's cuts. */
  readonly segment: readonly string[];
  /** 0 counted, 1 held, 2 excluded. */
  readonly standing: number;
  readonly responses: number;
  /** n, Σx and Σx² of what the layout sums, in millionths. */
  readonly sums: readonly number[];
  /** By the layout's places; none unless asked for. */
  readonly counts: readonly number[];
}

const columns = `agencies.code as agency, coalesce(centres.code, ''), coalesce(places.service, ''), coalesce(places.channel, ''), outcome, segment,
  standing, responses, case when standing = 0 then sums::text else '{}' end`;

/**
 * The tallies of a campaign, in an order that is always the same; as a stream, for there may be hundreds of thousands. Of what
 * does not count only how many there are.
 */
export async function* surveyRows(
  db: EntityManager,
  campaignId: string,
  { withCounts = false }: { readonly withCounts?: boolean } = {},
): AsyncGenerator<SurveyRow> {
  if (!/^[0-9a-f-]{36}$/.test(campaignId)) throw new Error('Not the id of a campaign');
  const counts = withCounts ? `case when standing = 0 then counts::text else '{}' end` : `'{}'`;
  const query = `
    select ${columns}, ${counts}
    from survey_places as places join campaigns on campaigns.id = places.campaign_id
      join survey_tallies as tallies on tallies.cycle_id = campaigns.cycle_id and tallies.agency_id = places.agency_id
        and tallies.place_n = places.n
      join agencies on agencies.id = places.agency_id left join centres on centres.id = places.centre_id
    where campaigns.id = '${campaignId}' order by places.n, outcome, segment, standing`;
  for await (const line of linesOf(copiedOut(db, query, 'text'))) yield rowOf(line);
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    const lines = `${rest}${decoder.decode(piece, { stream: true })}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function rowOf(line: string): SurveyRow {
  const [agency = '', centre = '', service = '', channel = '', outcome = '', segment = '', ...numbers] =
    line.split('\t');
  const [standing, responses, sums = '{}', counts = '{}'] = numbers;
  return {
    agency: unescaped(agency),
    centre: unescaped(centre),
    service: unescaped(service),
    channel: unescaped(channel),
    outcome: unescaped(outcome),
    segment: unescaped(segment).split('|'),
    standing: Number(standing),
    responses: Number(responses),
    sums: numbersIn(sums),
    counts: numbersIn(counts),
  };
}

const [zero, comma, minus] = [48, 44, 45];

/** The whole numbers of a list as the database writes it: `{1,-2,3}`. Several times quicker than dividing the text, for millions of them. */
function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  if (text === '{}') return numbers;
  let number = 0;
  let sign = 1;
  for (let at = 1; at < text.length - 1; at++) {
    const letter = text.charCodeAt(at);
    if (letter === comma) {
      numbers.push(sign * number);
      number = 0;
      sign = 1;
    } else if (letter === minus) sign = -1;
    else number = number * 10 + letter - zero;
  }
  numbers.push(sign * number);
  return numbers;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A text as it was before it was copied. */
function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter) : text;
}
