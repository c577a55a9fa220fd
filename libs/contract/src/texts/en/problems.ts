/** What went wrong and what to do next, one sentence or two a problem. */
export const problems = {
  'problem.request.invalid': 'The request holds fields that cannot be taken. See the faults; nothing was changed.',
  'problem.request.notJson': 'The body is not valid JSON. Nothing was changed.',
  'problem.request.tooLarge': 'The body is larger than {limit}. Send less.',
  'problem.request.mediaType': 'This kind of body is not taken here. Send application/json.',
  'problem.request.unreadable': 'The request cannot be read. Check its address and headers.',
  'problem.route.unknown': 'There is nothing at this address.',
  'problem.access.signInNeeded': 'Sign in to see this.',
  'problem.access.notAllowed': 'Your role may not do this.',
  'problem.access.wrongCredentials': 'The account or the password is not right.',
  'problem.access.slowDown':
    'There were too many tries. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'problem.access.crossSite': 'This request came from another site and was refused.',
  'problem.database.unavailable': 'The database cannot be reached right now. Try again shortly; nothing was lost.',
  'problem.cycle.unknown': 'There is no cycle {cycle}. `nujoom cycle list` shows those there are.',
  'problem.cycle.keyInvalid':
    '“{cycle}” is not a cycle. Expected a year (2024), a fiscal year (2024-25), a quarter (2024-Q1) or a month (2024-03).',
  'problem.cycle.notYet': 'The cycle {cycle} has not begun. Check the year.',
  'problem.agency.unknown': 'There is no agency {agency}. Codes are case-sensitive.',
  'problem.agency.selfSuccession': 'An agency cannot succeed itself ({agency}).',
  'problem.agency.successionLoop': '{successor} already leads to {predecessor}; the succession would run in a circle.',
  'problem.centre.unknown': 'There is no service centre {centre}. Codes are case-sensitive.',
  'problem.evidence.kindOfBody': 'Send the file itself, as application/octet-stream. Nothing was kept.',
  'problem.violation.unknown': 'There is no such violation at this centre.',
  'problem.violation.conflict': 'A violation with this id is noted with other content already. Nothing was changed.',
  'problem.method.unknown':
    'There is no {code} {version}. `nujoom instrument list` and `nujoom scheme list` show those there are.',
  'problem.method.frozen': '{code} {version} is published and cannot be changed. Give the change a new version.',
  'problem.method.faulty':
    '{count, plural, one {One thing is} other {# things are}} wrong with this document. See the faults; nothing was changed.',
  'problem.method.fileKind': 'The file {file} is neither a JSON document nor an .xlsx workbook.',
  'problem.method.notNext':
    'The version {version} of {code} says that it follows version {previous}, which is not published.',
  'problem.cycle.schemeMissing': 'The cycle {cycle} was not opened with a rating scheme. Open it with one first.',
  'problem.cycle.schemeFixed': 'The cycle {cycle} is open with {scheme}; a scheme is fixed when its cycle opens.',
  'problem.stars.tooMany': 'More than {max} centres are too many to be drawn at once. Ask for one agency at a time.',
  'problem.import.fileUnreadable': 'The file {file} cannot be read. Check the path and the rights.',
  'problem.import.fileKind': 'The file {file} is not a CSV in UTF-8 or an .xlsx workbook.',
  'problem.import.headerInvalid': 'The names of the columns in {file} do not work. See the faults.',
  'problem.import.quoteNotClosed':
    'A quotation mark that opens in line {line} of {file} is never closed. Nothing was imported.',
  'problem.import.fileTooLarge': '{file} holds more than can be read safely ({where}; at most {max}). Divide it.',
  'problem.import.mappingInvalid': 'The mapping {file} does not fit. See the faults.',
  'problem.import.mappingMissing': 'No mapping was given and {file} does not exist. Name one with --mapping.',
  'problem.import.columnsMissing': 'The file lacks columns that the mapping names: {columns}. It has: {found}.',
  'problem.import.measuresDiffer':
    'The measure {measure} was imported before with another meaning ({field}). Give it a new code, or correct the mapping.',
  'problem.import.rowsFaulty':
    '{count, plural, one {One value} other {# values}} cannot be read, so nothing was imported. Correct the file. Imports of results and counts can also leave such rows out: --skip-faults.',
  'problem.import.empty': 'The file {file} has no rows to import.',
  'problem.scorecard.unknown': 'There is no such scorecard.',
  'problem.scorecard.notPrintedYet': 'This scorecard is being printed. Try again in a few seconds.',
  'problem.scorecard.failed': 'This scorecard could not be printed after several tries: {reason}',
  'problem.settings.invalid': 'The setting {name} is “{value}”; expected {expected}.',
  'problem.start.nodeTooOld': 'Node {found} is too old; Nujoom needs Node {needed} or newer.',
  'problem.start.portTaken': 'Port {port} on {host} is taken. Stop what uses it, or set PORT to another.',
  'problem.start.alreadyRunning':
    'Nujoom already runs on the folder {home}. Stop it first, or set NUJOOM_HOME to another folder.',
  'problem.start.folderNotWritable':
    'The folder {home} cannot be written. Give rights to it, or set NUJOOM_HOME to another.',
  'problem.start.databaseUnreachable': 'The database of DATABASE_URL cannot be reached at {address}: {reason}',
  'problem.start.databaseNewer':
    'The database was migrated by a newer version ({migration}). Install that version, or use another database.',
  'problem.start.databaseFailed': 'The embedded database did not start: {reason}. Its log is {log}.',
  'problem.command.failed': 'The command failed: {reason}',
  'problem.internal': 'Something went wrong on our side. It was written to the log under {id}.',
};
