import { useState } from 'react';
import { useLanguage } from '../parts/language.js';
import { ServerRefusal } from '../server/refusals.js';
import type { Tablet } from '../tablet.js';
import { CodeForm } from './code-form.js';
import { NewPin } from './new-pin.js';
import { Screen } from './screen.js';

type Step =
  | { readonly kind: 'code'; readonly fault?: string }
  | { readonly kind: 'pin'; readonly code: string }
  | { readonly kind: 'busy' }
  | { readonly kind: 'again'; readonly code: string; readonly pin: string };

/** From a code of the office to open notes: the code, a PIN twice, then the server is asked. */
export function Enrol({ tablet, code }: { readonly tablet: Tablet; readonly code: string | null }) {
  const { say } = useLanguage();
  const [step, setStep] = useState<Step>(code === null ? { kind: 'code' } : { kind: 'pin', code });
  const enrol = async (secret: string, pin: string) => {
    setStep({ kind: 'busy' });
    try {
      await tablet.enrol(secret, pin);
    } catch (error) {
      if (error instanceof ServerRefusal) setStep({ kind: 'code', fault: error.detail });
      else setStep({ kind: 'again', code: secret, pin });
    }
  };
  switch (step.kind) {
    case 'code':
      return (
        <Screen title={say('tablet.enrol.title')}>
          <CodeForm fault={step.fault} onCode={(typed) => setStep({ kind: 'pin', code: typed })} />
        </Screen>
      );
    case 'pin':
      return <NewPin onPin={(pin) => void enrol(step.code, pin)} />;
    case 'busy':
      return (
        <Screen title={say('tablet.app')}>
          <p role="status">{say('tablet.enrol.busy')}</p>
        </Screen>
      );
    case 'again':
      return (
        <Screen title={say('tablet.app')}>
          <p className="gate-fault" role="alert">
            {say('tablet.enrol.unreachable')}
          </p>
          <button type="button" className="gate-go" onClick={() => void enrol(step.code, step.pin)}>
            {say('tablet.enrol.again')}
          </button>
        </Screen>
      );
  }
}
