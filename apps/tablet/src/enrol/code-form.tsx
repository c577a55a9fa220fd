import { useId, useState, type FormEvent } from 'react';
import { useLanguage } from '../parts/language.js';

/** Where the code of the office is typed when there is no camera for it. */
export function CodeForm({ busy = false, fault, onCode }: CodeFormProps) {
  const { say } = useLanguage();
  const [code, setCode] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') onCode(code.trim());
  };
  return (
    <form className="gate-form" autoComplete="off" onSubmit={submit}>
      <p>{say('tablet.enrol.hint')}</p>
      {fault !== undefined && (
        <p className="gate-fault" role="alert">
          {fault}
        </p>
      )}
      <label htmlFor={id}>{say('tablet.enrol.code')}</label>
      <input
        id={id}
        dir="ltr"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
      />
      <button type="submit" className="gate-go" disabled={busy || code.trim() === ''}>
        {say(busy ? 'tablet.enrol.busy' : 'tablet.enrol.go')}
      </button>
    </form>
  );
}

export interface CodeFormProps {
  readonly busy?: boolean;
  readonly fault?: string | undefined;
  readonly onCode: (code: string) => void;
}
