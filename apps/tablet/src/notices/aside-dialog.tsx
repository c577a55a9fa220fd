import { useState } from 'react';
import { PinPad } from '../enrol/pin-pad.js';
import { minutesText, useWait } from '../enrol/use-wait.js';
import { Dialog } from '../parts/dialog.js';
import { useLanguage } from '../parts/language.js';
import type { Tablet } from '../tablet.js';

/** Opens what an earlier PIN closes, and takes it over. */
export function AsideDialog({ tablet, onClose }: { readonly tablet: Tablet; readonly onClose: () => void }) {
  const { say } = useLanguage();
  const [state, setState] = useState<'idle' | 'busy' | 'wrong' | 'other'>('idle');
  const [seconds, begin] = useWait();
  const tried = async (pin: string) => {
    setState('busy');
    const result = await tablet.adopt(pin);
    if (result === 'adopted') return onClose();
    setState(result === 'wait' ? 'idle' : result);
    begin(await tablet.asideWaitMs());
  };
  return (
    <Dialog title={say('tablet.aside.title')} onClose={onClose}>
      <p>{say('tablet.aside.text')}</p>
      <div role="alert">
        {state === 'wrong' && <p className="gate-fault">{say('tablet.pin.wrong')}</p>}
        {state === 'other' && <p className="gate-fault">{say('tablet.aside.other')}</p>}
      </div>
      {seconds > 0 && <p>{say('tablet.pin.wait', { time: minutesText(seconds) })}</p>}
      <PinPad disabled={seconds > 0 || state === 'busy'} onPin={(pin) => void tried(pin)} />
      <button type="button" className="gate-link" onClick={onClose}>
        {say('tablet.close')}
      </button>
    </Dialog>
  );
}
