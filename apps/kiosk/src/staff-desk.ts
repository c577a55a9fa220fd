import { pinDigits, pinFault } from '../../tablet/src/vault/pin.js';
import { StaffPin } from './pin/staff-pin.js';
import { pinScreen } from './screens/pin-screen.js';
import { stateScreen } from './screens/state-screen.js';
import type { Sender } from './sending/sender.js';
import type { KioskStore } from './store/kiosk-store.js';
import type { Words } from './words.js';

export interface DeskParts {
  readonly store: KioskStore;
  readonly sender: Sender;
  readonly show: (words: Words, screen: HTMLElement) => void;
  /** Back to the survey. */
  readonly onReturn: () => void;
  /** The survey stops on this device. */
  readonly onLeave: () => void;
}

/** A device that staff walked away from goes back to the survey by itself. */
const patienceMs = 60_000;

/** What only staff do: choosing the PIN, looking at the device, leaving the survey. */
export class StaffDesk {
  private readonly pin: StaffPin;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: DeskParts) {
    this.pin = new StaffPin(parts.store);
  }

  isSetUp(): Promise<boolean> {
    return this.pin.isSet();
  }

  /** Asks for the PIN, then shows how the device is. */
  enter(words: Words, title: string): void {
    this.waitForNobody();
    const onPin = async (pin: string) => {
      this.waitForNobody();
      const tried = await this.pin.try(pin);
      if (tried.kind === 'wait') return words.say('kiosk.pin.wait', { n: Math.ceil(tried.ms / 1_000) });
      if (tried.kind === 'wrong') return words.say('kiosk.pin.wrong');
      await this.look(words, title);
      return null;
    };
    const ask = {
      words,
      title: words.say('kiosk.pin.enter'),
      lead: '',
      onPin,
      onCancel: () => this.leaveBy(this.parts.onReturn),
    };
    this.parts.show(words, pinScreen(ask));
  }

  /** Chooses a PIN: entered twice. */
  choose(words: Words, then: () => void, said: string | null = null): void {
    clearTimeout(this.timer);
    const title = words.say('kiosk.pin.choose');
    const lead = said ?? words.say('kiosk.pin.chooseLead');
    const onPin = (first: string) => Promise.resolve(faultOf(words, first) ?? this.repeat(words, first, then));
    this.parts.show(words, pinScreen({ words, title, lead, onPin, onCancel: null }));
  }

  private repeat(words: Words, first: string, then: () => void): null {
    const onPin = async (second: string) => {
      if (second !== first) this.choose(words, then, words.say('kiosk.pin.differs'));
      else {
        await this.pin.set(first);
        then();
      }
      return null;
    };
    this.parts.show(words, pinScreen({ words, title: words.say('kiosk.pin.repeat'), lead: '', onPin, onCancel: null }));
    return null;
  }

  private async look(words: Words, title: string): Promise<void> {
    const { store, sender, onReturn, onLeave, show } = this.parts;
    this.waitForNobody();
    const [contact, waiting, aside] = await Promise.all([store.kept('contact'), store.waiting(), store.aside()]);
    const state = { contact, waiting: waiting.map(([, one]) => one), aside: aside.map(([, one]) => one) };
    const lookAgain = () => setTimeout(() => void this.look(words, title), 1_000);
    const screen = stateScreen(words, title, state, {
      onSend: () => {
        sender.now();
        lookAgain();
      },
      onAgain: () =>
        void store.againAll().then(() => {
          sender.now();
          lookAgain();
        }),
      onReturn: () => this.leaveBy(onReturn),
      onLeave: () => this.leaveBy(onLeave),
      onNewPin: () => this.choose(words, onReturn),
    });
    show(words, screen);
  }

  private leaveBy(way: () => void): void {
    clearTimeout(this.timer);
    way();
  }

  private waitForNobody(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.parts.onReturn, patienceMs);
  }
}

function faultOf(words: Words, pin: string): string | null {
  const fault = pinFault(pin);
  if (fault === null) return null;
  return fault === 'obvious'
    ? words.say('kiosk.pin.obvious')
    : words.say('kiosk.pin.size', { least: pinDigits.least, most: pinDigits.most });
}
