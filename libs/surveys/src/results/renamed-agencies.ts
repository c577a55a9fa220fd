import type { EntityManager } from 'typeorm';
import { listAgencies, listSuccessions } from '#network';

/**
 * The code that an agency has in the time of others: of one that simply goes on under another code, that code. The people are the
 * same, so what was published of them then and now is held against each other.
 * @param theirs codes of one campaign @param ours codes of the other
 */
export async function renamedTo(
  db: EntityManager,
  theirs: ReadonlySet<string>,
  ours: ReadonlySet<string>,
): Promise<(code: string) => string> {
  const codes = new Map((await listAgencies(db)).map(({ id, code }) => [id, code]));
  const pairs = (await listSuccessions(db)).flatMap(({ predecessorId, successorId }) => {
    const [from = '', to = ''] = [codes.get(predecessorId), codes.get(successorId)];
    return [
      [from, to],
      [to, from],
    ].filter(([a = '', b = '']) => theirs.has(a) && !ours.has(a) && ours.has(b) && !theirs.has(b));
  });
  const isOnly = (code: string, at: 0 | 1) => pairs.filter((pair) => pair[at] === code).length === 1;
  const renamed = new Map(
    pairs.flatMap(([from = '', to = '']) => (isOnly(from, 0) && isOnly(to, 1) ? [[from, to] as const] : [])),
  );
  return (code) => renamed.get(code) ?? code;
}
