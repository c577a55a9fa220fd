const key = 'nujoom.tablet.covert';

/** Whether visits open looking like plain notes. It is a wish about looks and tells nothing of any visit. */
export function isCovertWished(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false; // the browser keeps nothing
  }
}

export function wishCovert(wished: boolean): void {
  try {
    localStorage.setItem(key, wished ? 'yes' : 'no');
  } catch {
    // It holds until the application is closed.
  }
}
