import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { fault, good, type Finding } from './check.js';

/** The Node that npm brings; the packages ask for 22.18 at least. */
const neededMajor = 24;
/** Enough for the database's log, the unpacked browser and some thousand scorecards, in bytes. */
const neededRoom = 1_000_000_000;

/** Whether this runs on the Node that npm brings. */
export function checkRuntime(version = process.versions.node): Finding {
  const isNewEnough = Number(version.split('.')[0]) >= neededMajor;
  return isNewEnough
    ? good('doctor.runtimeIs', { version })
    : fault('doctor.runtimeFault', { version, needed: neededMajor });
}

/** Whether the folder can be written and there is room on its disk. */
export async function checkDisk(home: string): Promise<Finding> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.W_OK | constants.X_OK);
  } catch {
    return fault('doctor.folderFault', { home });
  }
  const { bavail, bsize } = await statfs(home);
  const free = gigabytes(bavail * bsize);
  if (bavail * bsize < neededRoom) return fault('doctor.diskFault', { free, home, needed: gigabytes(neededRoom) });
  return good('doctor.diskIs', { free, home });
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
