import { sizeOf } from './bytes.js';

it.each([
  [0, { unit: 'kilobytes', amount: '0' }],
  [1, { unit: 'kilobytes', amount: '1' }],
  [399_001, { unit: 'kilobytes', amount: '400' }],
  [1_000_000, { unit: 'megabytes', amount: '1.0' }],
  [3_449_000, { unit: 'megabytes', amount: '3.4' }],
])('%i bytes are read as %o', (bytes, size) => expect(sizeOf(bytes)).toEqual(size));
