import { compileInstrument, type Answers, type Instrument } from '#instruments';
import { Chance } from './chance.js';
import { filled } from './filled.js';

/** A response as it is sent while the demonstration is loaded. */
export interface DemoResponse {
  readonly centre: string;
  /** Of a kiosk it counts; by a link without the stamp of a form it is suspected, and held. */
  readonly way: 'kiosk' | 'link';
  readonly language: 'ar' | 'en';
  readonly answers: Answers;
}

const centres = ['ID-1', 'TR-1', 'CO-1'] as const;
const outcomes = ['received', 'received', 'received', 'refused', 'gave_up', 'waiting'] as const;

/** A few responses to the open survey: by how the service ended, some of them suspected. */
export function sentResponses(instrument: Instrument): string {
  const compiled = compileInstrument(instrument);
  const responses = centres.flatMap((centre) =>
    Array.from({ length: 14 }, (_, at): DemoResponse => {
      const chance = new Chance('open', centre, at);
      const outcome = outcomes[at % outcomes.length]!;
      const answers = filled(compiled, outcome === 'received' ? 0.85 : 0.35, chance, '');
      return {
        centre,
        way: at < 12 ? 'kiosk' : 'link',
        language: chance.happens(0.7) ? 'ar' : 'en',
        answers: { ...answers, outcome: { value: outcome } },
      };
    }),
  );
  return `${JSON.stringify(responses, null, 1)}\n`;
}
