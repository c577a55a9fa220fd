import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { NetworkModule } from '#network';
import { SchemesModule } from '#schemes';
import { CyclesModule } from '#cycles';
import { campaignParts } from './campaign/parts.js';
import { guessParts } from './guess/parts.js';
import { importParts } from './import/parts.js';
import { interviewParts } from './interview/parts.js';
import { invitationParts } from './invitation/parts.js';
import { resultParts } from './results/parts.js';
import { responseParts } from './response/parts.js';
import { retentionParts } from './retention/parts.js';
import { tallyParts } from './tally/parts.js';

const parts = [
  ...campaignParts,
  ...responseParts,
  ...resultParts,
  ...retentionParts,
  ...invitationParts,
  ...importParts,
  ...tallyParts,
  ...interviewParts,
  ...guessParts,
];

/** Happiness surveys: campaigns, ways in, responses, anonymity, and what is counted. */
@Module({ imports: [AccessModule, NetworkModule, SchemesModule, CyclesModule], providers: parts, exports: parts })
export class SurveysModule {}
