import { compileInstrument, readInstrument, type CompiledInstrument } from '#instruments';

const said = (text: string) => ({ ar: `نص ${text}`, en: text });
const notApplicable = { reasons: [{ code: 'none', text: said('None') }] };
const options = ['a', 'b', 'c'].map((code) => ({ code, text: said(code) }));

/** A form of two sections with an item of every kind that is compared, and some that are not. For specs only. */
export function sampleForm(): CompiledInstrument {
  const { instrument, faults } = readInstrument({
    schema: 'nujoom.instrument/1',
    code: 'centre_visit',
    version: 1,
    filledBy: 'mysteryShopper',
    title: said('Visit'),
    languages: ['ar', 'en'],
    scoring: { mode: 'weights', minCompleteness: 0 },
    scales: [{ code: 'quality', kind: 'labelled', options: ['poor', 'fair', 'good'].map((code) => ({ code, text: said(code) })) }],
    dimensions: [{ code: 'staff', title: said('Staff'), weight: 1 }],
    sections: [
      {
        code: 'reception',
        title: said('Reception'),
        dimension: 'staff',
        items: [
          { code: 'greeted', type: 'yesNo', text: said('Greeted'), notApplicable },
          { code: 'clean', type: 'scale', text: said('Clean'), scale: 'quality', notApplicable },
        ],
      },
      {
        code: 'rest',
        title: said('Rest'),
        dimension: 'staff',
        items: [
          { code: 'way', type: 'choice', text: said('Way'), options },
          { code: 'signs', type: 'choices', text: said('Signs'), options, min: 0 },
          { code: 'wait', type: 'number', text: said('Wait') },
          { code: 'served', type: 'timePair', text: said('Served'), from: said('From'), to: said('To') },
          { code: 'rooms', type: 'matrix', text: said('Rooms'), scale: 'quality', rows: [{ code: 'hall', text: said('Hall') }, { code: 'lift', text: said('Lift') }] },
          { code: 'remark', type: 'text', text: said('Remark') },
        ],
      },
      {
        code: 'counters',
        title: said('Counters'),
        dimension: 'staff',
        repeat: { min: 0, max: 5 },
        items: [{ code: 'open', type: 'yesNo', text: said('Open') }],
      },
    ],
  }); // prettier-ignore
  if (!instrument) throw new RangeError(`The sample has faults: ${JSON.stringify(faults)}`);
  return compileInstrument(instrument);
}
