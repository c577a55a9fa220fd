/** Gradings of criteria, assessors and evidence files. */
export const assessments = {
  'problem.assessment.unknown': 'There is no such assessment, or it is not yours to see.',
  'problem.assessment.conflictOfInterest':
    '{assessor} has a conflict of interest with the agency {agency} and may not assess it. Assign somebody else.',
  'problem.assessment.notAssessor': '{name} is not an assessor. Make an account with the role assessor.',
  'problem.assessment.assignedAlready': '{name} is assigned to this centre in another place already.',
  'problem.assessment.notAssigned': 'You are not assigned to this in that place.',
  'problem.assessment.pastDue': 'The time for this ended on {due}. The office can extend it.',
  'problem.assessment.bothSubmitted':
    'Both assessors have graded this criterion; it is fixed now. Differences are settled by the third.',
  'problem.assessment.notBothSubmitted': 'Both assessors have to grade this criterion before it can be settled.',
  'problem.assessment.nothingToSettle': 'Both assessors agree on this criterion. There is nothing to settle.',
  'problem.assessment.idTaken': 'This id was used for a grading with other content. Send it under a new id.',
  'problem.evidence.unknown': 'There is no such file here.',
  'problem.evidence.notTaken': 'This criterion takes no evidence files.',
  'problem.evidence.tooMany': 'This criterion has {max} files already; it takes no more.',
  'problem.evidence.tooLarge': 'The file is larger than {limit}. Send a smaller one.',
  'problem.evidence.nameInvalid':
    'The name of the file does not work. Use 1 to 150 letters, digits, spaces or . _ - ( ) and an extension.',
  'problem.evidence.kindRefused':
    'This kind of file is not taken. Send a PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX or plain text in UTF-8.',
  'problem.evidence.nameContradicts': 'The file is a {kind}, but its name says otherwise. Give it the right extension.',
  'problem.evidence.active':
    'The file holds active content ({what}). Save it without macros, scripts, links to other files and attachments.',
  'problem.evidence.doubtful': 'The file cannot be looked into safely ({what}). Export it anew and send that.',
  'cli.assessment.description': 'gradings of criteria, assessors and their work',
  'cli.assessment.work': 'list the work of an account: what is missing, and when it is due',
  'cli.assessment.workLine':
    '{centre}: {done} done, {missing} missing, {toSettle} to settle; self-assessment until {selfDue}, grading until {gradingDue}',
  'cli.assessment.noWork': 'There is nothing to do.',
  'cli.assessment.status': 'show how far the assessments of a cycle are',
  'cli.assessment.statusLine':
    '{centres, plural, one {# centre} other {# centres}}: {assigned} with assessors, {graded} criteria graded, {settled} settled, {open} open differences, {selfAssessed} assessed by the agencies',
  'cli.assessment.open': 'say until when a centre is assessed; opens it when it is not yet',
  'cli.assessment.opened': '{centre} is assessed by its agency until {selfDue} and graded until {gradingDue}.',
  'cli.assessment.assign': 'assign an assessor to a centre',
  'cli.assessment.assigned': '{assessor} is the {slot} of {centre} in {cycle}.',
  'cli.assessment.conflict': 'declare a conflict of interest between an account and an agency',
  'cli.assessment.conflictDone':
    '{ended, plural, one {# assignment} other {# assignments}} ended, {setAside, plural, one {# grading} other {# gradings}} no longer counted.',
  'cli.assessment.selfAssess': 'grade a criterion for one’s own agency',
  'cli.assessment.grade': 'grade a criterion as first or second assessor',
  'cli.assessment.settle': 'settle a criterion on which the two assessors differ',
  'cli.assessment.stored': 'Stored as revision {revision} under {id}.',
  'cli.option.as': 'the account on whose behalf this is done',
  'cli.option.slot': 'the place: first, second or settler',
  'cli.option.selfDue': 'the last day of the self-assessment, such as 2026-11-30',
  'cli.option.gradingDue': 'the last day of grading, such as 2026-12-31',
  'cli.option.level': 'the code of a maturity level',
  'cli.option.notApplicable': 'the criterion does not apply to this centre',
  'cli.option.reason': 'why, in at most 4,000 characters',
  'cli.option.id': 'the id to store it under, so that sending twice stores once',
  'cli.option.ofAgency': 'the agency the account belongs to, by its code',
  'cli.option.evidence': 'the folder of the evidence files that the rows name',
  'cli.argument.centre': 'the code of a service centre',
  'cli.argument.criterion': 'the code of a criterion',
  'cli.argument.agency': 'the code of an agency',
  'cli.import.gradings': 'import gradings: centre, criterion, assessor, level, na, reason, evidence',
  'cli.import.gradingsDone':
    '{rows, plural, one {# row} other {# rows}} read; {added} added, {corrected} corrected, {unchanged} unchanged; {files, plural, one {# new file} other {# new files}}, {assigned, plural, one {# new assignment} other {# new assignments}}',
};
