import type { Wording } from '#contract';
import type { FiredStarGate, Name, ProvisionalNote, SchemeRef } from '#figures';
import type { FiredGate, Gate, ProvisionalReason, Scheme } from '#scoring';

/** What the codes of a scheme are called. */
export interface SchemeTitles {
  channel(code: string): Name;
  fired(gates: readonly FiredGate[]): FiredStarGate[];
  provisional(reasons: readonly ProvisionalReason[]): ProvisionalNote[];
}

/** Reasons name at most so many of what they are about. */
const mostNamed = 3;

export function nameOf(wording: Wording): Name {
  return { en: wording['en'] ?? null, ar: wording['ar'] ?? null };
}

export function schemeRefOf(scheme: Scheme, hash: string): SchemeRef {
  const { code, version, title, note, status } = scheme;
  return { code, version, title: nameOf(title), note: note ? nameOf(note) : null, status, hash };
}

export function titlesOf(scheme: Scheme): SchemeTitles {
  const criteria = scheme.pillars.flatMap(({ elements }) => elements.flatMap((element) => element.criteria));
  const named = (all: readonly { readonly code: string; readonly title: Wording }[]) => {
    const names = new Map(all.map(({ code, title }) => [code, nameOf(title)]));
    return (code: string): Name => names.get(code) ?? { en: code, ar: null };
  };
  const gates = new Map(scheme.gates.map((gate) => [gate.code, gate]));
  const [gate, measured] = [named(scheme.gates), named([...criteria, ...scheme.components])];
  return {
    channel: named(scheme.channelTypes),
    fired: (all) => all.flatMap((one) => firedOf(one, gates.get(one.gate))),
    provisional: (reasons) => notesOf(reasons, { gate, measured }),
  };
}

function firedOf({ gate: code, effect, found, from, to }: FiredGate, gate: Gate | undefined): FiredStarGate[] {
  if (!gate) return [];
  const limit = 'below' in gate ? gate.below : 'above' in gate ? gate.above : null;
  const isProvisional = 'provisional' in effect;
  return [{ gate: code, title: nameOf(gate.title), when: gate.when, found, limit, from, to, isProvisional }];
}

type Named = (code: string) => Name;

/** One note for each reason, and for all that have as much of as many. */
function notesOf(
  reasons: readonly ProvisionalReason[],
  { gate, measured }: { gate: Named; measured: Named },
): ProvisionalNote[] {
  const told = reasons.map((reason) => {
    switch (reason.why) {
      case 'criterionMissing':
        return { why: reason.why, names: reason.criteria.map(measured), n: null, minimum: null };
      case 'componentMissing':
        return { why: reason.why, names: [measured(reason.component)], n: null, minimum: null };
      case 'belowMinimum':
        return { why: reason.why, names: [measured(reason.of)], n: reason.n, minimum: reason.minimum };
      case 'gate':
        return { why: reason.why, names: [gate(reason.gate)], n: null, minimum: null };
    }
  });
  const alike = Map.groupBy(told, ({ why, n, minimum }) => `${why} ${n} ${minimum}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const names = group.flatMap((one) => one.names);
    const { why, n, minimum } = first;
    return [{ why, of: names.slice(0, mostNamed), count: names.length, n, minimum }];
  });
}
