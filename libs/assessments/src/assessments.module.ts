import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { CyclesModule } from '#cycles';
import { AssessmentWork } from './assessment-work.js';
import { Assignments } from './assignments.js';
import { CycleCriteria } from './cycle-criteria.js';
import { Evidence } from './evidence.js';
import { Gradings } from './gradings.js';
import { GradingsImport } from './gradings-import.js';
import { Violations } from './violations.js';

@Module({
  imports: [AccessModule, CyclesModule],
  providers: [Assignments, AssessmentWork, CycleCriteria, Evidence, Gradings, GradingsImport, Violations],
  exports: [Assignments, AssessmentWork, CycleCriteria, Evidence, Gradings, GradingsImport, Violations],
})
export class AssessmentsModule {}
