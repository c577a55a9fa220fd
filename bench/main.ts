import { measureAnswers } from './answers.js';
import { measureImport } from './import.js';
import { lineOf, type Measure } from './measure.js';
import { measureOverload } from './overload.js';
import { measurePhotos } from './photos.js';
import { measureResponses } from './responses.js';
import { measureScorecards } from './scorecards.js';
import { measureStars } from './stars.js';
import { measureSurveyClose } from './survey-close.js';
import { measureSurveyFold } from './survey-fold.js';
import { measureSurveyMemory } from './survey-memory.js';
import { measureSurveyPage } from './survey-page.js';
import { measureVisits } from './visits.js';

/** Every measure by the name it is asked for with: `npm run bench [name…] [-- --json]`. */
const benches: Readonly<Record<string, () => Promise<Measure[]>>> = {
  answers: measureAnswers,
  import: measureImport,
  overload: measureOverload,
  photos: measurePhotos,
  responses: measureResponses,
  scorecards: measureScorecards,
  stars: measureStars,
  'survey-close': measureSurveyClose,
  'survey-fold': measureSurveyFold,
  'survey-memory': measureSurveyMemory,
  'survey-page': measureSurveyPage,
  visits: measureVisits,
};

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const names = args.filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !Object.hasOwn(benches, name));

if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; expected ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  const measures: Measure[] = [];
  for (const [name, measure] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const one of await measure()) {
      measures.push(one);
      if (!asJson) process.stdout.write(`${lineOf(one)}\n`);
    }
  }
  if (asJson) process.stdout.write(`${JSON.stringify(measures, null, 2)}\n`);
}
