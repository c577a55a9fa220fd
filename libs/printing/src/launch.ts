import puppeteer, { type Browser } from 'puppeteer';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { FoundBrowser } from './found-browser.js';
import { NO_HOSTS } from './guards.js';

/** A browser that runs, and the way to end it. */
export interface Running {
  readonly browser: Browser;
  readonly pid: number;
  /** Kills it with all its children, even if stopped; resolves when it is gone. May be called again. */
  readonly kill: () => Promise<void>;
}

/** A browser starts in a fifth of a second; one that takes this long never will. */
export const STARTING_MS = 10_000;

/** How long to wait for killed children: where nobody collects orphans, they seem to be there for ever. */
const DYING_MS = 1_000;

/**
 * Starts a browser for printing. It gets no environment of ours (there are passwords in it) but what it needs, and
 * no home. It is led over a pipe: nobody else can reach it, and it ends by itself when we are gone, however we died.
 */
export async function launch(found: Pick<FoundBrowser, 'executablePath' | 'env' | 'sandbox'>): Promise<Running> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), STARTING_MS);
  try {
    const browser = await puppeteer.launch({
      executablePath: found.executablePath,
      headless: 'shell',
      pipe: true,
      env: { ...found.env, PATH: process.env['PATH'], TMPDIR: tmpdir(), HOME: '/nonexistent', TZ: 'UTC' },
      args: [NO_HOSTS, '--font-render-hinting=none', '--no-pings', ...(found.sandbox ? [] : ['--no-sandbox'])],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      signal: late.signal,
    });
    const pid = browser.process()?.pid;
    if (pid === undefined) throw new Error('the browser has no process');
    return { browser, pid, kill: () => killAll(browser, pid) };
  } finally {
    clearTimeout(timer);
  }
}

/** The browser leads a group of its own, in which its children are; so nobody else is in it. */
async function killAll(browser: Browser, pid: number): Promise<void> {
  const child = browser.process();
  const isGone = !child || child.exitCode !== null || child.signalCode !== null;
  const gone = isGone ? null : new Promise((resolve) => child.once('exit', resolve));
  signalGroup(pid, 'SIGKILL');
  await gone;
  for (let waited = 0; waited < DYING_MS && signalGroup(pid, 0); waited += 10) await delay(10);
}

/** False when nobody of the group is left. */
function signalGroup(pid: number, signal: 'SIGKILL' | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
