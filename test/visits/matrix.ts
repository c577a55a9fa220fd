/** Where a visit stands that is asked for. */
export type Standing = 'held' | 'reviewed' | 'released';

/** Routes of the office alone. */
const officeAlone = (...routes: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(routes.map((route) => [route, 'sccrcccco']));

/**
 * Who is let in where, by route: a letter each for a visitor, a viewer, an assessor, a revoked tablet, another agency, another
 * shopper, the agency of the visit, its shopper, and the office. s: has to sign in; c: closed to the role; r: told that the
 * tablet is revoked; h: answered as if there were no such thing; o: let in, whatever becomes of it.
 */
export const others: Readonly<Record<string, string>> = {
  'DeviceWork.work': 'sccrcocoo',
  'Interviews.places': 'sccrcococ',
  'Interviews.work': 'sccrcococ',
  'Devices.enrol': 'ooooooooo',
  'Released.list': 'sccrococo',
  'Shoppers.declareConflict': 'sccrcccoo',
  'Sites.find': 'socrcccco',
  'Sites.findCalendar': 'socrcccco',
  'VisitPlan.schema': 'ooooooooo',
  ...officeAlone(
    'Appeals.list',
    'Appeals.statistics',
    'Devices.issue',
    'Devices.list',
    'Devices.revoke',
    'OfficeVisits.assignProposed',
    'OfficeVisits.list',
    'OfficeVisits.propose',
    'Review.agreement',
    'Review.queue',
    'Shoppers.list',
    'Shoppers.save',
    'Sites.keep',
    'Sites.keepCalendar',
    'VisitPlan.coverage',
    'VisitPlan.find',
    'VisitPlan.make',
    'VisitPlan.power',
    'VisitPlan.save',
    'VisitPlan.saveWorkbook',
    'VisitPlan.workbook',
  ),
};

/** What is about one visit, wherever it stands. */
const always: Readonly<Record<string, string>> = {
  'DeviceWork.accept': 'sccrchcoh',
  'DeviceWork.decline': 'sccrchcoh',
  'DeviceWork.start': 'sccrchcoh',
  'Media.append': 'sccrooooo',
  'Media.offset': 'sccrooooo',
  'Media.read': 'sccrhhhoo',
  'Submit.submit': 'sccrchcoc',
  ...officeAlone(
    'OfficeVisits.assign',
    'OfficeVisits.extend',
    'OfficeVisits.replace',
    'OfficeVisits.restore',
    'OfficeVisits.trail',
    'OfficeVisits.withdraw',
    'ReportsBeside.admit',
    'ReportsBeside.list',
    'Review.approve',
    'Review.edit',
    'Review.grade',
    'Review.lock',
    'Review.open',
    'Review.release',
    'Review.reopen',
    'Review.return',
    'Review.void',
  ),
};

/** The same of one that waits for its shopper, is under review, and is released and appealed. */
export const openTo: Readonly<Record<Standing, Readonly<Record<string, string>>>> = {
  held: {
    ...always,
    'Appeals.decide': 'sccrcccch',
    'Appeals.effect': 'sccrcccch',
    'Released.appeal': 'sccrhchch',
    'Released.photo': 'sccrhhhhh',
    'Released.read': 'sccrhchch',
    'Review.read': 'sccrcccch',
  },
  reviewed: {
    ...always,
    'Appeals.decide': 'sccrcccch',
    'Appeals.effect': 'sccrcccch',
    'Released.appeal': 'sccrhchch',
    'Released.photo': 'sccrhhhoo',
    'Released.read': 'sccrhchch',
    'Review.read': 'sccrcccco',
  },
  released: {
    ...always,
    'Appeals.decide': 'sccrcccco',
    'Appeals.effect': 'sccrcccco',
    'Released.appeal': 'sccrhcoch',
    'Released.photo': 'sccrhhooo',
    'Released.read': 'sccrhcoco',
    'Review.read': 'sccrcccco',
  },
};
