import type { ShortItem } from '../../../api/src/surveys/kiosk/survey-form.js';
import type { Step } from '../screens/step.js';
import { Questions } from './questions.js';

const both = { ar: 'س', en: 'q' };
const item = (code: string, type: ShortItem['type']): ShortItem => ({
  ...{ code, type, text: both, required: false, most: 2, alone: [] },
  options: ['a', 'b'].map((option) => ({ code: option, text: both })),
});
const tap = {} as MouseEvent;

/** Questions with what they have shown and told, the latest last. */
function asked(...items: readonly ShortItem[]) {
  const shown: Step[] = [];
  const told: string[] = [];
  const questions = new Questions({ id: '1', face: 'happy', picks: {}, at: 0 }, items, {
    show: (step) => shown.push(step),
    counts: () => true,
    onChosen: ({ picks }) => told.push(JSON.stringify(picks)),
    onEnd: () => told.push('end'),
    onBack: () => told.push('back'),
  });
  questions.show('face');
  return { questions, told, open: () => shown.at(-1)!, count: () => shown.length };
}

describe('the questions after a face', () => {
  it('come one after the other: one choice goes on by itself, several wait for the button', () => {
    const { told, open } = asked(item('how', 'choice'), item('why', 'choices'));
    expect([open().item.code, open().at, open().of]).toEqual(['how', 1, 2]);
    expect(open().onOption('a', tap)).toEqual(['a']);
    expect([open().item.code, open().at]).toEqual(['why', 2]);
    open().onOption('a', tap);
    expect(open().onOption('b', tap)).toEqual(['a', 'b']);
    open().onNext(tap);
    expect(told).toEqual(['{"how":["a"]}', '{"how":["a"],"why":["a"]}', '{"how":["a"],"why":["a","b"]}', 'end']);
  });

  it('lead back to what was chosen, and from the first one to the faces', () => {
    const { told, open } = asked(item('how', 'choice'), item('why', 'choices'));
    open().onOption('b', tap);
    open().onBack(tap);
    expect([open().item.code, open().picks]).toEqual(['how', ['b']]);
    open().onBack(tap);
    expect(told.at(-1)).toBe('back');
  });

  it('end at once where there is none', () => {
    const { told, count } = asked();
    expect([told, count()]).toEqual([['end'], 0]);
  });

  it('are over once, and then take nothing from the screen that still stands', () => {
    const { questions, told, open } = asked(item('why', 'choices'));
    expect(questions.end()).toMatchObject({ id: '1', picks: {} });
    expect(questions.end()).toBeNull();
    expect(open().onOption('a', tap)).toBeNull();
    open().onNext(tap);
    open().onBack(tap);
    expect(told).toEqual([]);
  });
});
