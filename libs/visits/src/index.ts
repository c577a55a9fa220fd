export { Visit } from './visit.entity.js';
export { VisitsModule } from './visits.module.js';
