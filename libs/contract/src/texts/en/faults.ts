/** Why one value cannot be taken. */
export const faults = {
  'fault.missing': 'nothing stands here; a value is needed',
  'fault.unknown': 'this is not known here',
  'fault.notANumber': 'this is not a number; expected digits such as 64.5 or ٦٤٫٥',
  'fault.outOfRange': 'this is out of range; expected {min} to {max}',
  'fault.notAWholeNumber': 'this is not a whole number of 0 or more',
  'fault.notText': 'this is not text',
  'fault.tooLong': 'this is too long; expected at most {max} characters',
  'fault.notOneOf': 'this is not one of: {options}',
  'fault.notAPeriod':
    'this is not a period; expected a year (2024), quarter (2024-Q1), month (2024-03) or day (2024-03-31)',
  'fault.periodTooLong': 'this period is longer than the cycle {cycle}; choose a coarser one',
  'fault.twice': 'this stands in line {line} already',
  'fault.contradicts': 'this contradicts what is stored: {stored}',
  'fault.columnsDiffer': 'this row has {found} columns; the header has {expected}',
  'fault.notReadable': 'this cannot be read',
  'fault.notAllowedCharacters': 'this holds characters that are not allowed here; expected {expected}',
  'fault.invalid': 'this is not valid; expected {expected}',
};
