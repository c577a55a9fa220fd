import type { SentResponse } from '#campaigns';
import type { ShortItem, ShortSurvey, SurveyForm } from '../../api/src/surveys/kiosk/survey-form.js';
import { el } from './element.js';
import { question } from './question.js';
import { askForm, pageOf, Refusal, sendAnswer } from './server.js';
import { Words } from './words.js';
import { workFor } from './work.js';

/** One survey in its box: loaded, asked, sent. */
export class Survey {
  private words: Words;

  constructor(
    private readonly box: HTMLElement,
    private readonly code: string,
    private readonly wished: string,
  ) {
    this.words = new Words(/^ar\b/.test(wished) ? 'ar' : 'en');
  }

  async load(): Promise<void> {
    this.speak();
    try {
      const form = await askForm(this.code, this.words.frame);
      const main = this.wished.split('-')[0];
      const tag = form.languages.find((one) => one === this.wished) ?? form.languages.find((one) => one === main);
      this.words = new Words(tag ?? form.languages[0] ?? 'ar');
      this.speak();
      if (form.short) this.ask(form, form.short);
      else this.show(el('p', {}, `${this.words.say('embed.unfit')} `, this.link(form)));
    } catch (error) {
      const again = el('button', { type: 'button', onclick: () => void this.load() }, this.words.say('embed.again'));
      const said = error instanceof Refusal ? error.message : this.words.say('embed.notLoaded');
      this.show(el('p', { role: 'alert' }, said), ...(error instanceof Refusal ? [] : [again]));
    }
  }

  private speak(): void {
    this.box.lang = this.words.language;
    this.box.dir = this.words.direction;
  }

  private show(...content: readonly Node[]): void {
    this.box.replaceChildren(...content);
  }

  private link({ title, code }: SurveyForm): HTMLElement {
    return el('a', { href: pageOf(code) }, this.words.word(title));
  }

  private ask(form: SurveyForm, short: ShortSurvey): void {
    const { words } = this;
    const first = question(short.face, words);
    const more = el('div', { hidden: true });
    const fault = el('p', { className: 'fault', role: 'alert' });
    const send = el('button', {}, words.say('embed.send'));
    const trap = el('label', { className: 'trap', ariaHidden: 'true' }, words.say('embed.trap'));
    trap.append(el('input', { name: 'website', tabIndex: -1, autocomplete: 'off' }));
    const fields = el('form', { noValidate: true }, first, more, trap, fault, el('p', { className: 'soft' }, words.word(form.consent.text)), send); // prettier-ignore
    let shown = '';
    let steps: readonly ShortItem[] = [];
    first.addEventListener('change', ({ target }) => {
      const codes = short.then[(target as HTMLInputElement).value] ?? [];
      // What was chosen stays unless other questions follow the other face.
      if (codes.join() === shown) return;
      shown = codes.join();
      steps = codes.flatMap((code) => short.items[code] ?? []);
      more.replaceChildren(...steps.map((item) => question(item, words)));
      more.hidden = false;
    });
    fields.addEventListener('change', () => (fault.textContent = ''));
    fields.addEventListener('submit', (event) => {
      event.preventDefault();
      const all = [short.face, ...steps];
      const filled = new FormData(fields);
      const missing = all.find(({ code, required }) => required && !filled.get(code));
      if (!missing) return void this.send(form, all, filled, send, fault);
      fault.textContent = words.say('embed.choose', { question: words.word(missing.text) });
      fields.querySelector<HTMLElement>(`[name="${missing.code}"]`)?.focus();
    });
    this.show(el('p', { className: 'soft' }, words.word(form.asker)), fields);
  }

  private async send(
    form: SurveyForm,
    asked: readonly ShortItem[],
    filled: FormData,
    button: HTMLButtonElement,
    fault: HTMLElement,
  ): Promise<void> {
    const { words } = this;
    if (button.disabled) return;
    button.disabled = true;
    button.textContent = words.say('embed.sending');
    fault.textContent = '';
    try {
      await sendAnswer(form.response, words.frame, await sentOf(form, words.language, asked, filled));
      const thanks = el('p', { className: 'thanks', tabIndex: -1 }, words.say('embed.thanks'));
      this.show(thanks, el('p', { role: 'status' }, words.say('embed.thanksLead')));
      thanks.focus();
    } catch (error) {
      fault.textContent = error instanceof Refusal ? error.message : words.say('embed.unreachable');
      button.disabled = false;
      button.textContent = words.say('embed.send');
    }
  }
}

/** What is sent: the answers, the stamp, and the work where it is asked for. */
async function sentOf(
  { code, stamp, workBits, consent }: SurveyForm,
  language: string,
  asked: readonly ShortItem[],
  filled: FormData,
): Promise<SentResponse> {
  const text = (one: FormDataEntryValue) => (one as string).trim();
  const answers = asked.flatMap((item) => {
    const given = filled.getAll(item.code).map(text).filter(Boolean);
    return given.length > 0 ? [[item.code, { value: item.type === 'choices' ? given : given[0] }]] : [];
  });
  const website = text(filled.get('website') ?? '');
  return {
    schema: 'nujoom.response/1',
    code,
    stamp,
    ...(workBits > 0 && { work: await workFor(stamp, workBits) }),
    ...(website && { website }),
    language,
    consent: consent.version,
    sheet: { answers: Object.fromEntries(answers) as unknown },
  };
}
