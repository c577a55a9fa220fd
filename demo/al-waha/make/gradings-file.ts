import type { Scheme, SchemeCriterion } from '#scoring';
import { Chance } from './chance.js';
import { csv } from './csv.js';
import { servingIn, type DemoCycle } from './cycles.js';
import type { DemoCentre } from './network.js';
import { heldCentre, qualityOf } from './qualities.js';

const header = ['centre', 'criterion', 'assessor', 'level', 'na', 'reason', 'evidence'] as const;

/** What an assessor found, in words. */
const reasons = [
  'Documents and interviews agree.',
  'توافقت الوثائق والمقابلات.',
  'Seen during the site visit.',
  'لوحظ أثناء الزيارة الميدانية.',
] as const;

/** The gradings of a cycle: one assessor for most centres; for some a second one, and a third who settles where they differ. */
export function gradingsFile(scheme: Scheme, cycle: DemoCycle): string {
  const rows = servingIn(cycle.key).flatMap((centre, at) => {
    const [first, second, third] = [0, 1, 2].map((step) => `assessor-${1 + ((at + step) % 5)}`) as [
      string,
      string,
      string,
    ];
    return gradedCriteria(scheme, centre.channelType).flatMap(({ criterion, pillar }) => {
      const level = levelFor(scheme, centre, cycle, pillar, criterion.code);
      const row = (assessor: string, level: string): string[] => {
        const chance = new Chance(cycle.key, centre.code, criterion.code, assessor);
        const shown = criterion.evidence === 'required' && assessor === first && !isWithoutProof(centre, criterion);
        return [centre.code, criterion.code, assessor, level, '', reasons[chance.below(4)]!, shown ? 'record.pdf' : ''];
      };
      if (at % 10 !== 3) return [row(first, level)];
      const differs = new Chance(cycle.key, centre.code, criterion.code, 'second').happens(0.12);
      const other = differs ? nextTo(scheme, level) : level;
      return [row(first, level), row(second, other), ...(differs ? [row(third, level)] : [])];
    });
  });
  return csv(header, rows);
}

function gradedCriteria(scheme: Scheme, channelType: string): { criterion: SchemeCriterion; pillar: string }[] {
  const isFor = ({ channels }: { readonly channels?: readonly string[] }) => channels?.includes(channelType) ?? true;
  return scheme.pillars.filter(isFor).flatMap((pillar) =>
    pillar.elements
      .filter(isFor)
      .flatMap((element) => element.criteria.filter(isFor))
      .filter(({ feed }) => feed.by === 'grading')
      .map((criterion) => ({ criterion, pillar: pillar.code })),
  );
}

function levelFor(scheme: Scheme, centre: DemoCentre, cycle: DemoCycle, pillar: string, criterion: string): string {
  const top = scheme.levels.length - 1;
  if (centre.code === heldCentre && pillar === 'customer_experience') return scheme.levels[1]!.code;
  // The same draw in both cycles: a centre is graded anew, it is not another centre.
  const at = new Chance('grading', centre.code, criterion).near(qualityOf(centre, cycle), 0.3) * top;
  return scheme.levels[Math.min(top, Math.max(1, Math.round(at)))]!.code;
}

function nextTo({ levels }: Scheme, level: string): string {
  const at = levels.findIndex(({ code }) => code === level);
  return (levels[at + 1] ?? levels[at - 1])!.code;
}

/** One centre in seven forgot the proof of one criterion. */
function isWithoutProof({ code }: DemoCentre, criterion: SchemeCriterion): boolean {
  return new Chance('proof', code, criterion.code).happens(0.02);
}
