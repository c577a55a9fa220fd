// Read by whatever Node the machine has, so in words that every Node with modules understands (12.17 and newer):
// no `node:` imports, no optional chaining, no top-level await.

/** The oldest Node that can install and build the platform; see "engines" in package.json. */
const needed = [20, 19];

/** Says so and returns false when the Node that reads this is too old. */
export function nodeIsNewEnough() {
  const found = process.versions.node.split('.').map(Number);
  if (found[0] > needed[0] || (found[0] === needed[0] && found[1] >= needed[1])) return true;
  const language = (process.env.NUJOOM_LANGUAGE || '').trim() === 'ar' ? 'ar' : 'en';
  const text = nodeTooOld[language].replace('{found}', process.versions.node).replace('{needed}', needed.join('.'));
  process.stderr.write(text + '\n');
  process.exitCode = 1;
  return false;
}

/** The texts `problem.start.nodeTooOld` of libs/contract, which cannot be read before they are built (a test compares). */
export const nodeTooOld = {
  en: 'Node {found} is too old; Nujoom needs Node {needed} or newer.',
  ar: 'إصدار Node ‏{found} قديم، ويحتاج نجوم إلى الإصدار {needed} أو أحدث.',
};
