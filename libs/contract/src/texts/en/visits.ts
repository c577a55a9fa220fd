/** Texts of visits, tablets and their files: refusals, and rules of assignment. */
export const visits = {
  'problem.visit.unknown': 'There is no such visit, or it is not one of yours.',
  'problem.visit.conflict': 'A report with this id is stored already with other content. What was stored first stays.',
  'problem.visit.answersInvalid':
    '{count, plural, one {# answer does} other {# answers do}} not fit the form. Nothing was stored.',
  'problem.visit.instrumentDiffers': 'This visit is filled with {expected}, not with {found}.',
  'problem.visit.mediaMissing':
    '{count, plural, one {# photo has} other {# photos have}} not arrived yet. Send photos first, then the visit.',
  'problem.visit.tooLate':
    'The time for this visit ended on {until}. It stays on the tablet; ask the office to extend it.',
  'problem.visit.moveRefused': 'A visit that is “{state}” cannot be taken to “{to}”.',
  'problem.visit.reasonNeeded': 'This needs a reason in words.',
  'problem.visit.replacesOther': 'A new report has to name the one that stands now ({standing}).',
  'problem.visit.rulesBroken':
    'This assignment breaks rules of the plan. Assign somebody else, or give a reason for the exception.',
  'problem.visit.notShopper': '{name} is not a shopper.',
  'problem.visit.ownReview': 'Whoever reviewed the visit cannot decide about its appeals.',
  'problem.visit.appealClosed': 'The time for appeals about this visit ended on {until}.',
  'problem.visit.appealTwice': 'There is an appeal about this item already.',
  'problem.visit.itemUnknown': 'This visit has no answer to the item {item}.',
  'problem.visit.planMissing': 'There is no plan of visits for the cycle {cycle} yet.',
  'problem.visit.planInvalid':
    'The plan of visits has {count, plural, one {# fault} other {# faults}}. Nothing was stored.',
  'problem.device.secretInvalid': 'This code is not valid any more. Ask the office for a new one.',
  'problem.device.revoked': 'This tablet was withdrawn by the office.',
  'problem.device.unknown': 'There is no such tablet.',
  'problem.media.unknown': 'There is no such file, or it is not one of yours.',
  'problem.media.hashDiffers': 'What arrived is not the file that was announced. Send it again from the start.',
  'problem.media.offsetDiffers': '{offset} bytes have arrived; go on from there.',
  'problem.media.sizeDiffers': 'The file has another size than was announced ({announced}).',
  'problem.media.tooLarge': 'The file is too large: at most {limit} are taken.',
  'problem.media.kindRefused': 'This kind of file is not taken here.',
  'problem.media.storeFull': 'There is no space left for files just now. Nothing was lost; try again later.',
  'problem.media.storeAway': 'The store of files does not answer just now. Nothing was lost; try again later.',
  'problem.media.tooMuchUnfinished':
    'Too many of your files have arrived only in part ({limit} at most). Send those to their end first.',
  'problem.media.unreadable': 'This picture was stored as it was sent, but it cannot be shown.',
  'fault.ruleSameCentre': 'visited this centre on {day}; {days} days have to pass',
  'fault.ruleShare':
    'would make {count, plural, one {# visit} other {# visits}} to this centre; at most {most} are allowed',
  'fault.ruleBetween': 'another visit to this centre is due within {days} days',
  'fault.ruleConflict': 'has a conflict of interest with this agency',
  'fault.ruleOwnAgency': 'belongs to this agency',
  'fault.ruleLanguage': 'does not speak the language of the visit',
  'fault.ruleGender': 'the visit is planned for another gender',
  'fault.ruleNotActive': 'is not active',
  'fault.rulePair': 'makes the other visit of this pair',
  'cli.device.description': 'the tablets of mystery shoppers',
  'cli.device.enrol': 'print a QR code that enrols one tablet of a shopper, once',
  'cli.device.label': 'what the office calls the tablet',
  'cli.device.scan':
    'Scan it with the camera of the tablet of {shopper}, or open {address}. The code {code} works once, until {until} UTC.',
  'cli.device.list': 'all tablets with their last contact',
  'cli.device.none': 'No tablet has been enrolled yet.',
  'cli.device.line':
    '{id}  {shopper} · {label} · last contact {seen} · {waiting, plural, one {# visit} other {# visits}} waiting',
  'cli.device.revoked': 'revoked',
  'cli.device.revoke': 'withdraw a tablet: it is refused from now on and wipes itself',
  'cli.device.id': 'the id of the tablet, as `device list` shows it',
  'cli.device.revokedNow': 'The tablet is withdrawn. It wipes itself when it next speaks with the server.',
  'problem.visit.busy': 'Too many visits are arriving just now. Nothing was stored; it is sent again by itself.',
  'problem.visit.appealUnknown': 'There is no such appeal, or it is not one of yours.',
  'problem.visit.appealOpen': 'Appeals about this visit are possible until {until}.',
  'problem.visit.appealDecided': 'This appeal is decided already.',
  'fault.notArrived': 'has not arrived yet',
  'fault.notAmongPhotos': 'is not among the photos of the visit',
  'fault.noPlannedDay': 'no day lies in here on which the plan makes visits',
  'problem.visit.notHeld': '{name} never had this visit.',
  'problem.visit.wayOpen': '{name} can still send this visit in the ordinary way.',
  'fault.photoNotAccepted':
    'the tablets of mystery shoppers take photos alone; let this accept photos too, or do not require it',
  'problem.visit.exportUnreadable':
    '{file} is no export of a tablet, was changed or cut off, or the password is another.',
  'cli.visit.unsent': 'take in what a tablet exported because it could not send',
  'cli.visit.unsentFile': 'the file that the tablet saved',
  'cli.visit.unsentPassword': 'the password that the tablet showed',
  'cli.visit.unsentTaken':
    '{shopper}: {stored, plural, one {# visit} other {# visits}} taken in, {known, plural, one {# was} other {# were}} here already, {drafts, plural, one {# draft stays} other {# drafts stay}} on the tablet.',
  'cli.visit.unsentKeep': 'why reports are kept beside visits that went on without them; without it those are refused',
  'cli.visit.unsentBeside':
    '{count, plural, one {# report is} other {# reports are}} kept beside the visits; they do not count.',
  'cli.visit.unsentRefused': '{id} was refused: {code}.',
} as const;
