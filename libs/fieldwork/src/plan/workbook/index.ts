export { visitPlanFromSheets } from './plan-from-sheets.js';
export { sheetsOfVisitPlan } from './sheets-of-plan.js';
