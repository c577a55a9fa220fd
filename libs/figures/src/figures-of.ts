import { studyCodes, type AgencyRef, type Evidence, type Measure, type StudyCode } from './evidence.js';
import type {
  AgencyFigures,
  CycleFigures,
  MeasureFigures,
  Standout,
  StudyFigures,
  StudySummary,
} from './cycle-figures.js';
import { besideOthers, judgedParts } from './beside-others.js';
import type { WhyNoInterval } from './figure.js';
import { hadValue, measuredParts, measuredWhole, studyEvidence, type StudyEvidence } from './measured.js';
import { cohortFigures, measureSummary } from './programme-figures.js';
import { publishedSeries } from './published-series.js';

/** The figures of all agencies and of the programme. Pure: no clock, no rounding, no order of the evidence in it. */
export function figuresOf(evidence: Evidence): CycleFigures {
  const refs = new Map(evidence.agencies.map((agency) => [agency.code, agency]));
  const refOf = (code: string): AgencyRef =>
    refs.get(code) ?? { code, name: { en: code, ar: null }, group: { en: null, ar: null } };
  const studies = studyCodes.flatMap((study) => studied(evidence, study, refOf) ?? []);
  const codes = [...new Set(studies.flatMap(({ agencies }) => [...agencies.keys()]))].sort();
  return {
    cycle: evidence.now.cycle,
    previous: evidence.before?.cycle ?? null,
    measures: studies.flatMap(({ measures }) => measures),
    programme: studies.map(({ summary }) => summary),
    stars: null,
    agencies: codes.map((code) =>
      agencyFigures(
        refOf(code),
        studies.flatMap(({ agencies }) => agencies.get(code) ?? []),
        evidence.measures,
      ),
    ),
  };
}

interface Studied {
  readonly summary: StudySummary;
  /** Those that one of the two cycles has evidence of: later ones do not change the figures of earlier cycles. */
  readonly measures: readonly Measure[];
  readonly agencies: ReadonlyMap<string, StudyFigures>;
}

/** One study of all agencies; null when nothing of it was measured in this cycle. */
function studied(evidence: Evidence, study: StudyCode, refOf: (code: string) => AgencyRef): Studied | null {
  const of = studyEvidence(evidence, study);
  if (of.descents.size === 0) return null;
  const agencies = [...of.descents.keys()].sort().map(refOf);
  const columns = of.measures.map((measure) => {
    const measured = agencies.flatMap((agency) => measuredWhole(agency, measure, of) ?? []);
    const judged = besideOthers(measured);
    const parts = judgedParts(agencies.flatMap((agency) => measuredParts(agency, measure, of)));
    return { measure, judged, parts, summary: measureSummary(measure, measured, [...judged.values()], of) };
  });
  const summary: StudySummary = {
    study,
    agencies: agencies.length,
    cohort: cohortFigures(of, refOf),
    measures: columns.map((column) => column.summary).filter((column) => column.now !== null),
  };
  return {
    summary,
    measures: columns
      .filter(({ judged, summary: { before } }) => judged.size > 0 || before !== null)
      .map(({ measure }) => measure),
    agencies: new Map(agencies.map((agency) => [agency.code, studyOf(agency, of, columns, evidence, refOf)])),
  };
}

interface Column {
  readonly measure: Measure;
  readonly judged: ReadonlyMap<string, MeasureFigures>;
  readonly parts: readonly { readonly agency: string; readonly figures: MeasureFigures }[];
}

function studyOf(
  agency: AgencyRef,
  of: StudyEvidence,
  columns: readonly Column[],
  evidence: Evidence,
  refOf: (code: string) => AgencyRef,
): StudyFigures {
  const { cohort, parts } = of.descents.get(agency.code) ?? { cohort: 'new', parts: [] };
  const ofKind = (kinds: readonly Measure['kind'][]) =>
    columns
      .filter((column) => kinds.includes(column.measure.kind))
      .flatMap((column) => column.judged.get(agency.code) ?? []);
  return {
    study: of.study,
    cohort,
    from: cohort === 'continuing' ? [] : parts.map(refOf),
    headline: ofKind(['headline'])[0] ?? null,
    measures: ofKind(['headline', 'measure']),
    parts: columns.flatMap((column) =>
      column.parts.filter((part) => part.agency === agency.code).map((part) => part.figures),
    ),
    participation: ofKind(['participation'])[0] ?? null,
    dropped: columns
      .filter(({ measure, judged }) => isGone(judged.get(agency.code)) && hadValue(agency, measure, of))
      .map(({ measure }) => measure.code),
    survey: surveyOf(agency, of.study, evidence),
    published: publishedSeries(
      evidence.published.filter((count) => count.agency === agency.code && count.study === of.study),
    ),
  };
}

function surveyOf(agency: AgencyRef, study: StudyCode, { now }: Evidence): StudyFigures['survey'] {
  const found = now.surveys?.find((one) => one.agency === agency.code && one.study === study);
  if (!found) return null;
  const { counted, held, excluded, least, weighting, unweighted } = found;
  return { counted, held, excluded, least, weighting, unweighted };
}

/** What is withheld is still measured, be it that too few answered. */
function isGone(figures: MeasureFigures | undefined): boolean {
  return figures === undefined || (figures.now.value === null && !isHidden(figures.now.whyNoInterval));
}

function isHidden(why: WhyNoInterval | null): boolean {
  return why === 'protected' || why === 'tooFew';
}

function agencyFigures(
  agency: AgencyRef,
  studies: readonly StudyFigures[],
  measures: readonly Measure[],
): AgencyFigures {
  const leads = studies.flatMap(({ study, measures: figures }) =>
    figures.flatMap(({ measure, now, median, lead }): Standout[] =>
      now.value === null || median === null || lead === null
        ? []
        : [{ study, measure, value: now.value, median, lead }],
    ),
  );
  const position = new Map(measures.map((measure, index) => [`${measure.study}\n${measure.code}`, index]));
  const order = (standout: Standout) => position.get(`${standout.study}\n${standout.measure}`) ?? 0;
  const best = leads.toSorted((a, b) => b.lead - a.lead || order(a) - order(b));
  const worst = leads.toSorted((a, b) => a.lead - b.lead || order(a) - order(b));
  return {
    agency,
    studies,
    strengths: best.filter(({ lead }) => lead > 0).slice(0, 3),
    gaps: worst.filter(({ lead }) => lead < 0).slice(0, 3),
    stars: null,
  };
}
