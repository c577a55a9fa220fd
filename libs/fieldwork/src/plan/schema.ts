import { publishedSchema } from '#documents';
import { VisitPlan } from './visit-plan.js';

/**
 * The published JSON Schema (draft 2020-12) of a plan of visits as offices write it: what has a default may be left out.
 * It tells the shape; what only `readVisitPlan` can tell, such as waves that overlap, it does not.
 */
export const visitPlanSchema = publishedSchema('nujoom.visit-plan/1', VisitPlan);
