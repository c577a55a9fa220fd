import { cellKinds, numberIn, westernDigits, type CellKind } from '#documents';

/** A day as YYYY-MM-DD, in any digits; what it is not is told by the plan. */
export const dayKind: CellKind = { read: (text) => ({ value: westernDigits(text) }), write: String };

/** A time of day as HH:MM. Spreadsheets make 08:00:00 of it, and people write 8:00. */
export const hourKind: CellKind = {
  read: (text) => {
    const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(westernDigits(text)) ?? [];
    return { value: hour === '' ? text : `${hour.padStart(2, '0')}:${minute}` };
  },
  write: String,
};

/** A part of one: 0.2, or 20% as a spreadsheet shows it. */
export const partKind: CellKind = {
  read: (text) => {
    const value = /[%٪]$/.test(text) ? numberIn(text.slice(0, -1).trimEnd()) : null;
    return value === null ? cellKinds.number.read(text) : { value: Number((value / 100).toPrecision(15)) };
  },
  write: String,
};
