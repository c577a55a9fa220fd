import { access } from './access.js';
import { faults } from './faults.js';
import { problems } from './problems.js';
import { reports } from './reports.js';
import { start } from './start.js';

export const texts = { ...problems, ...faults, ...access, ...start, ...reports };
