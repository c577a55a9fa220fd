/** What reports say of their method, and what their figures mean. */
export const reportMethods = {
  'method.title': 'Method',
  'method.definitions': 'What the figures mean',
  'method.rounding': 'Rounding',
  'method.roundingText':
    'Every figure is computed unrounded and rounded once, for print, half away from zero. Changes are taken before rounding, so a printed change may differ by 0.1 from the difference of two printed scores.',
  'method.change': 'How a change is judged',
  'method.changeText':
    'The change is this cycle minus the previous one, in points, over the services and channels measured in both. A change is called improved or declined only if it is more than chance would do, with at most one false call in twenty over all agencies of the report (Benjamini–Hochberg). Without the answers there is no such verdict. An interval speaks of one figure alone, a verdict with regard to all agencies: so an interval without 0 can stand beside no detectable change.',
  'method.employees': 'Results of employees',
  'method.employeesText':
    'They are computed once, after the survey is closed, and not changed afterwards. A group of fewer than {least} is not shown, nor what it could be computed from.',
  'method.responses': 'Responses to the survey',
  'method.responsesText': '{study}: {counted} counted, {held} held as suspected, {excluded} excluded by a person.',
  'method.weighted':
    'They are weighted to known totals, with a design effect of {effect}: they tell as much as {effective} of equal weight.',
  'method.unweighted': 'They are not weighted: the known totals do not fit who answered.',
  'method.changedTitle': 'What changed between the cycles',
  'method.sameMeasures': 'The measures and their definitions are the same in both cycles.',
  'method.newMeasures': 'New in this cycle: {names}.',
  'method.droppedMeasures': 'No longer measured: {names}.',
  'method.commonShare':
    '{study}: {share} % of the answers are of services and channels that both cycles have, scored in the same way.',
  'method.asShown':
    '{study}: the plain difference of the two scores is {shown} points; like for like it is {points} points.',
  'method.covers': '{study}: the evidence runs from {from} to {to}, not over the whole cycle.',
  'method.break':
    'Series break in the published figures of “{service}” from {from} on: they change from “{before}” to “{after}”. The printed difference of {printed} points is refused as a change.',
  'method.breakLikeForLike': 'like for like by “{definition}”: {points} points',
  'method.slips': 'Published figures of “{service}” that no known formula gives: {periods}.',
  'method.publishedGood': '{reproduced} of {points} published figures of “{service}” are reproduced from their counts.',
  'method.sources': 'Sources',
  'method.source': '{file} (SHA-256 {hash})',
  'method.median': 'Median and quarters',
  'method.medianText':
    'The median is the middle agency: half are above, half below; every agency counts the same. Quarters divide the agencies by score into four; neighbours across a border may hardly differ.',

  'definition.indexOfItems': 'Index: the mean of its items, each answer scored 0, 25, 50, 75 or 100',
  'definition.percentPositive':
    'Percent positive: the share of answers “agree” or “strongly agree”, over the items of the theme',
  'definition.meanOfScale': 'Mean of a scale: each answer scored evenly from 0 (worst) to 100 (best)',
  'definition.topTwoBox': 'Top two: the share of the two best answers',
  'definition.meanOfAnswers': 'Mean of the answers as the questionnaire scores them, from 0 (worst) to 100 (best)',
  'definition.responseRate': 'Response rate: the share of those invited who answered',
  'definition.short.indexOfItems': 'index',
  'definition.short.percentPositive': 'percent positive',
  'definition.short.meanOfScale': 'mean of the scale',
  'definition.short.topTwoBox': 'share of the two best answers',
  'definition.short.responseRate': 'response rate',
};
