import { readFile } from 'node:fs/promises';

/** What a closed loop of some clients came to. */
export interface Load {
  readonly done: number;
  readonly seconds: number;
  /** How long each took, in ms, the shortest first. */
  readonly times: readonly number[];
}

/** Lets clients do one thing after the other, each its own, for so many seconds or until there is nothing left to do. */
export async function closedLoop(
  clients: number,
  seconds: number,
  once: (client: number) => Promise<boolean>,
): Promise<Load> {
  const times: number[] = [];
  const since = performance.now();
  const until = since + seconds * 1_000;
  const work = async (client: number): Promise<void> => {
    for (let begun = performance.now(); begun < until;) {
      if (!(await once(client))) return;
      const now = performance.now();
      times.push(now - begun);
      begun = now;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  const took = (performance.now() - since) / 1_000;
  return { done: times.length, seconds: took, times: times.sort((a, b) => a - b) };
}

/** The time below which such a part of them was done, in ms. */
export function percentile({ times }: Load, part: number): number {
  return times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? NaN;
}

/** The processor time a process has used, in ms (Linux only: 100 ticks a second). */
export async function cpuOf(pid: number): Promise<number> {
  return (await statOf(pid)).own;
}

/** That of a process, of its children, and of those that are gone already: of a whole database server. */
export async function cpuOfFamily(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const pids = children.split(' ').filter(Boolean).map(Number);
  const { own, gone } = await statOf(pid);
  return (await Promise.all(pids.map(cpuOf))).reduce((sum, one) => sum + one, own + gone);
}

/** The parent of a process. */
export async function parentOf(pid: number): Promise<number> {
  return (await statOf(pid)).parent;
}

async function statOf(pid: number): Promise<{ parent: number; own: number; gone: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = (first: number) => ((fields[first] ?? 0) + (fields[first + 1] ?? 0)) * 10;
  return { parent: fields[1] ?? 0, own: ticks(11), gone: ticks(13) };
}
