import { useState } from 'react';
import { useLanguage } from '../parts/language.js';
import { pinDigits, pinFault } from '../vault/pin.js';
import { PinPad } from './pin-pad.js';
import { Screen } from './screen.js';

/** Asks for a new PIN twice. */
export function NewPin({ onPin }: { readonly onPin: (pin: string) => void }) {
  const { say } = useLanguage();
  const [first, setFirst] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const chosen = (pin: string) => {
    const wrong = pinFault(pin);
    setFault(wrong && say(`tablet.pin.${wrong}`, { least: pinDigits.least, most: pinDigits.most }));
    if (!wrong) setFirst(pin);
  };
  const repeated = (pin: string) => {
    if (pin === first) return onPin(pin);
    setFirst(null);
    setFault(say('tablet.pin.differs'));
  };
  return (
    <Screen title={say(first === null ? 'tablet.pin.new' : 'tablet.pin.repeat')}>
      <p>{say('tablet.pin.newHint')}</p>
      {fault !== null && (
        <p className="gate-fault" role="alert">
          {fault}
        </p>
      )}
      <PinPad key={first === null ? 'first' : 'again'} onPin={first === null ? chosen : repeated} />
    </Screen>
  );
}
