export { Agencies, type NamesReceipt, type SuccessionRequest } from './agencies.js';
export { Agency } from './agency.entity.js';
export { Centre } from './centre.entity.js';
export { centreOf, listCentres, listServing, type NamedCentre, type ServingCentre } from './centre.queries.js';
export { Centres } from './centres.js';
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
export { Service } from './service.entity.js';
export { Succession } from './succession.entity.js';
