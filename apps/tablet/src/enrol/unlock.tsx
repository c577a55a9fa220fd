import { useEffect, useState } from 'react';
import { useLanguage } from '../parts/language.js';
import type { Tablet } from '../tablet.js';
import { triesBeforeChoice } from '../vault/tries.js';
import { Enrol } from './enrol.js';
import { PinPad } from './pin-pad.js';
import { Screen } from './screen.js';
import { minutesText, useWait } from './use-wait.js';

/** The notes are closed: the PIN opens them. Who forgot it is told what that means, and may begin anew by a new code. */
export function Unlock({ tablet, wrongTries, code }: UnlockProps) {
  const { say } = useLanguage();
  const [view, setView] = useState<'pin' | 'forgot'>('pin');
  const [state, setState] = useState<'idle' | 'busy' | 'wrong'>('idle');
  const [seconds, begin] = useWait();
  useEffect(() => void tablet.waitMs().then(begin), [tablet, begin]);
  const tried = async (pin: string) => {
    setState('busy');
    const result = await tablet.unlock(pin);
    if (result === 'open') return;
    setState(result === 'wrong' ? 'wrong' : 'idle');
    begin(await tablet.waitMs());
  };
  if (view === 'forgot') return <Forgot tablet={tablet} code={code} onBack={() => setView('pin')} />;
  return (
    <Screen title={say('tablet.pin.enter')}>
      {code !== null && <p>{say('tablet.pin.keepsNotes')}</p>}
      <div role="alert">
        {state === 'wrong' && <p className="gate-fault">{say('tablet.pin.wrong')}</p>}
        {wrongTries >= triesBeforeChoice && <p className="gate-fault">{say('tablet.pin.choice')}</p>}
      </div>
      {seconds > 0 && <p className="gate-wait">{say('tablet.pin.wait', { time: minutesText(seconds) })}</p>}
      {state === 'busy' && <p role="status">{say('tablet.enrol.busy')}</p>}
      <PinPad disabled={seconds > 0 || state === 'busy'} onPin={(pin) => void tried(pin)} />
      <button type="button" className="gate-link" onClick={() => setView('forgot')}>
        {say('tablet.pin.forgot')}
      </button>
    </Screen>
  );
}

export interface UnlockProps {
  readonly tablet: Tablet;
  readonly wrongTries: number;
  /** A new code of the office is at hand. */
  readonly code: string | null;
}

function Forgot({ tablet, code, onBack }: Omit<UnlockProps, 'wrongTries'> & { readonly onBack: () => void }) {
  const { say } = useLanguage();
  const [begun, setBegun] = useState(false);
  if (begun) return <Enrol tablet={tablet} code={code} />;
  return (
    <Screen title={say('tablet.pin.forgot')}>
      <p>{say('tablet.pin.forgotText')}</p>
      <button type="button" className="gate-go" onClick={() => setBegun(true)}>
        {say('tablet.notice.enterCode')}
      </button>
      <button type="button" className="gate-link" onClick={onBack}>
        {say('tablet.pin.back')}
      </button>
    </Screen>
  );
}
