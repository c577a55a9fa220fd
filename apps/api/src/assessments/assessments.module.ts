import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { AssessmentsController } from './assessments.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { FileBodies } from '../http/file-bodies.js';
import { GradingsController } from './gradings.controller.js';

@Module({
  imports: [AssessmentsModule],
  controllers: [AssessmentsController, GradingsController, EvidenceController],
  providers: [FileBodies],
})
export class AssessmentsDoor {}
