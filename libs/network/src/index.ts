export { Agencies, type NamesReceipt, type SuccessionRequest } from './agencies.js';
export { Agency } from './agency.entity.js';
export { findCalendar, keepCalendars, type AgencyCalendar, type NamedCalendar } from './calendar.queries.js';
export { Calendars, mostHolidays } from './calendars.js';
export { Centre } from './centre.entity.js';
export { centreOf, listCentres, listServing, type NamedCentre, type ServingCentre } from './centre.queries.js';
export { Centres } from './centres.js';
export { hasConflict, insertConflict, kinOfAgency, listBonds, lockAccount, type AgencyBonds } from './conflicts.js';
export { NetworkModule } from './network.module.js';
export {
  agencyCodePattern,
  agencyOf,
  keepAgencies,
  keepServices,
  listAgencies,
  listServices,
  listSuccessions,
  longestName,
  type NamedAgency,
  type NamedService,
} from './network.queries.js';
export {
  areStretches,
  mostStretches,
  weekdayNames,
  type CentreHours,
  type OpenStretch,
  type WeekdayName,
} from './opening-hours.js';
export { RegisterRow, readRegister } from './register-row.js';
export { Service } from './service.entity.js';
export { findSite, keepSites, type CentreSite, type Site } from './site.queries.js';
export { Sites } from './sites.js';
export { Succession } from './succession.entity.js';
