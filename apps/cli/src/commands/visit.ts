import type { Command } from 'commander';
import { Actor } from '#access';
import type { CommandContext } from '../program.js';
import { addVisitAssignments } from './visit-assignments.js';
import { addVisitPeople } from './visit-people.js';
import { addVisitPlaces } from './visit-places.js';
import { addVisitPlan } from './visit-plan.js';
import { addVisitUnsent } from './visit-unsent.js';

/** Whoever runs commands has the rights of the office. */
export const office = new Actor(null, '', 'office');

/** `nujoom visit sites|calendar|shopper|conflict|plan|coverage|power|assignments|propose`. */
export function addVisits(program: Command, context: CommandContext): void {
  const group = program.command('visit').description(context.say('cli.visit.description'));
  addVisitPlaces(group, context);
  addVisitPeople(group, context, office);
  addVisitPlan(group, context, office);
  addVisitAssignments(group, context, office);
  addVisitUnsent(group, context, office);
}
