import type { EntityManager } from 'typeorm';
import { findPrevious, type Cycle } from '#cycles';
import { listAgencies, listSuccessions } from '#network';
import type { CycleEvidence, Evidence, Measure, PublishedCount, Source, StudyCode, StudyResult, Tally } from '#figures';
import { MeasureRow } from './measure.entity.js';
import { surveyEvidence } from './survey-evidence.js';

/** All that the figures of a cycle are computed from, on one snapshot. Bounded by agencies and measures, not by responses. */
export async function loadEvidence(db: EntityManager, cycle: Cycle): Promise<Evidence> {
  const previous = await findPrevious(db, cycle);
  const agencies = await listAgencies(db);
  const codes = new Map(agencies.map((agency) => [agency.id, agency.code]));
  const codeOf = (id: string) => codes.get(id) ?? id;
  const successions = await listSuccessions(db);
  const now = await loadCycle(db, cycle);
  const before = previous && (await loadCycle(db, previous));
  return {
    measures: await allMeasures(db, [before?.measures ?? [], now.measures]),
    agencies: agencies.map(({ code, nameEn, nameAr, groupEn, groupAr }) => ({
      code,
      name: { en: nameEn, ar: nameAr },
      group: { en: groupEn, ar: groupAr },
    })),
    successions: successions.map((line) => ({
      predecessor: codeOf(line.predecessorId),
      successor: codeOf(line.successorId),
      since: line.since,
    })),
    now: now.evidence,
    before: before && before.evidence,
    published: await listPublished(db, cycle),
  };
}

/** What imports and the questionnaires of campaigns measure: those of campaigns first, and of a code the latest words. */
async function allMeasures(db: EntityManager, surveyed: readonly (readonly Measure[])[]): Promise<Measure[]> {
  const own = new Map(surveyed.flat().map((measure) => [`${measure.study} ${measure.code}`, measure]));
  return [...own.values(), ...(await listMeasures(db))];
}

async function listMeasures(db: EntityManager): Promise<Measure[]> {
  const rows = await db.find(MeasureRow, { order: { position: 'ASC' } });
  return rows.map(({ study, code, nameEn, nameAr, polarity, definition, kind }) => {
    return { study, code, name: { en: nameEn, ar: nameAr }, polarity, definition, kind };
  });
}

async function loadCycle(
  db: EntityManager,
  cycle: Cycle,
): Promise<{ readonly evidence: CycleEvidence; readonly measures: readonly Measure[] }> {
  const { key, startsOn, endsOn } = cycle;
  const { measures, tallies, surveys } = await surveyEvidence(db, cycle);
  const evidence = {
    cycle: { key, startsOn, endsOn },
    results: await listResults(db, cycle),
    tallies: [...tallies, ...(await listTallies(db, cycle))],
    surveys,
  };
  return { evidence, measures };
}

interface ResultRow extends Omit<StudyResult, 'source'> {
  readonly file: string;
  readonly sha256: string;
  readonly line: number;
}

/** The latest revision of every value of a cycle. */
async function listResults(db: EntityManager, cycle: Cycle): Promise<StudyResult[]> {
  const rows = await db.query<ResultRow[]>(
    `select agencies.code as agency, latest.study, latest.measure, latest.value::float8 as value, latest.answers,
       imports.file_name as file, imports.sha256, latest.line
     from (
       select distinct on (agency_id, study, measure) * from study_results where cycle_id = $1
       order by agency_id, study, measure, revision desc
     ) as latest
     join agencies on agencies.id = latest.agency_id
     join imports on imports.id = latest.import_id
     order by agencies.code, latest.study, latest.measure`,
    [cycle.id],
  );
  return rows.map(({ file, sha256, line, ...result }) => ({
    ...result,
    source: { kind: 'studyResult', file, sha256, line },
  }));
}

interface TallyRow {
  readonly agency: string;
  readonly study: StudyCode;
  readonly measure: string;
  readonly service: string;
  readonly name_en: string | null;
  readonly name_ar: string | null;
  readonly channel: string;
  readonly counts: string[];
  readonly from: string;
  readonly to: string;
  readonly sources: { file: string; sha256: string }[];
}

/** The tallies of a cycle, each with the files that its counts, as they stand now, were published in. */
async function listTallies(db: EntityManager, cycle: Cycle): Promise<Tally[]> {
  const rows = await db.query<TallyRow[]>(
    `select agencies.code as agency, tallies.study, tallies.measure, services.code as service, services.name_en, services.name_ar,
       tallies.channel, tallies.counts, tallies.covers_from::text as from, tallies.covers_to::text as to,
       (select json_agg(distinct jsonb_build_object('file', imports.file_name, 'sha256', imports.sha256))
        from (
          select distinct on (starts_on, ends_on) import_id from counted
          where counted.agency_id = tallies.agency_id and counted.study = tallies.study and counted.measure = tallies.measure
            and counted.service_id = tallies.service_id and counted.channel = tallies.channel
            and counted.starts_on >= $2 and counted.ends_on <= $3
          order by starts_on, ends_on, revision desc
        ) as latest join imports on imports.id = latest.import_id) as sources
     from tallies
     join agencies on agencies.id = tallies.agency_id
     join services on services.id = tallies.service_id
     where tallies.cycle_id = $1
     order by agencies.code, tallies.study, tallies.measure, services.code, tallies.channel`,
    [cycle.id, cycle.startsOn, cycle.endsOn],
  );
  return rows.map((row) => ({
    agency: row.agency,
    study: row.study,
    measure: row.measure,
    service: { code: row.service, name: { en: row.name_en, ar: row.name_ar } },
    channel: row.channel,
    counts: row.counts.map(Number),
    coversFrom: row.from,
    coversTo: row.to,
    sources: row.sources.map((source): Source => ({ kind: 'tally', ...source, line: null })),
  }));
}

interface PublishedRow extends Omit<PublishedCount, 'service'> {
  readonly service: string;
  readonly name_en: string | null;
  readonly name_ar: string | null;
}

/** The figures published with counts up to the end of the cycle. */
async function listPublished(db: EntityManager, cycle: Cycle): Promise<PublishedCount[]> {
  const rows = await db.query<PublishedRow[]>(
    `select agencies.code as agency, latest.study, latest.measure, services.code as service, services.name_en, services.name_ar,
       latest.channel, latest.starts_on::text as "startsOn", latest.ends_on::text as "endsOn", latest.counts, latest.published::float8 as published
     from (
       select distinct on (agency_id, study, measure, service_id, channel, starts_on, ends_on) * from counted where ends_on <= $1
       order by agency_id, study, measure, service_id, channel, starts_on, ends_on, revision desc
     ) as latest
     join agencies on agencies.id = latest.agency_id
     join services on services.id = latest.service_id
     where latest.published is not null
     order by agencies.code, services.code, latest.channel, latest.starts_on`,
    [cycle.endsOn],
  );
  return rows.map(({ service, name_en, name_ar, ...count }) => ({
    ...count,
    service: { code: service, name: { en: name_en, ar: name_ar } },
  }));
}
