import type { Say } from '#contract';
import { findBrowser, fonts, Printer, selfTest, type FoundBrowser } from '#printing';
import { face } from '#reports';
import type { Settings } from '#settings';
import { fault, good, reasonOf, type Finding } from './check.js';

const word = 'نجوم';

/** Whether a browser starts, and whether an Arabic word printed by it comes back: the second needs the first. */
export async function checkPrinting(
  settings: Settings,
  say: Say,
): Promise<{ browser: Finding; fonts: Finding | null }> {
  let printer: Printer | null = null;
  try {
    const { home, browserPath } = settings;
    const found = await findBrowser({ home, ...(browserPath ? { executablePath: browserPath } : {}) });
    printer = await Printer.open({ browser: found });
    return { browser: browserIs(found, say), fonts: await checkFonts(printer) };
  } catch (error) {
    return { browser: fault('doctor.browserFault', { reason: reasonOf(error) }), fonts: null };
  } finally {
    await printer?.close();
  }
}

function browserIs({ version, source, sandbox, sandboxMissing }: FoundBrowser, say: Say): Finding {
  return good('doctor.browserIs', {
    version,
    source: say(`doctor.browser.${source}`),
    sandbox: sandbox
      ? say('doctor.browser.sandbox')
      : say('doctor.browser.noSandbox', { reason: sandboxMissing ?? '' }),
  });
}

async function checkFonts(printer: Printer): Promise<Finding> {
  try {
    const arabic = (await fonts(face)).find((font) => font.range.includes('U+0600'));
    const woff2 = Buffer.from(arabic?.data ?? '', 'base64');
    const { ok, detail } = await selfTest(printer, { name: face, woff2 });
    return ok ? good('doctor.fontsIs', { word }) : fault('doctor.fontsFault', { word, reason: `${detail}.` });
  } catch (error) {
    return fault('doctor.fontsFault', { word, reason: reasonOf(error) });
  }
}
