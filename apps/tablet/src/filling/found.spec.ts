import { namedBy } from './found.js';
import { sampleForm } from '../capture/sample-visit.js';

it.each([
  ['answers.open', ['door', null, 'open']],
  ['answers.queue', ['inside', null, 'queue']],
  ['repeats.counter[1].free', ['counter', 1, 'free']],
  ['repeats.counter[0]', ['counter', 0, undefined]],
  ['repeats.counter', ['counter', null, undefined]],
  ['answers.unheard_of', null],
  ['elsewhere', null],
])('%s names what it is about', (path, expected) => {
  const named = namedBy(sampleForm().instrument, path);
  expect(named && [named.section.code, named.repeat, named.item?.code]).toEqual(expected);
});
