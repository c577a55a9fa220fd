import { faults } from './faults.js';
import { problems } from './problems.js';

export const texts = { ...problems, ...faults };
