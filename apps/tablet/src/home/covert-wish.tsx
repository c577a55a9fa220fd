import { useId, useState } from 'react';
import { isCovertWished, wishCovert } from '../capture/covert.js';
import { useLanguage } from '../parts/language.js';

/** Whether visits open looking like plain notes. */
export function CovertWish() {
  const { say } = useLanguage();
  const [covert, setCovert] = useState(isCovertWished);
  const box = useId();
  return (
    <label htmlFor={box} className="switch">
      <input
        id={box}
        type="checkbox"
        checked={covert}
        onChange={(event) => {
          setCovert(event.target.checked);
          wishCovert(event.target.checked);
        }}
      />
      {say('tablet.covert.wish')}
    </label>
  );
}
