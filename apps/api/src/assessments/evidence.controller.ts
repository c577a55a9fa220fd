import { Readable } from 'node:stream';
import { Controller, Get, Param, Put, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, type Actor } from '#access';
import { Evidence, largestFile, CycleCriteria } from '#assessments';
import { Problem } from '#contract';
import { Refuses } from '../docs/refuses.js';
import { EvidenceAnswer } from './answers.dto.js';
import { CriterionAddress, FileAddress, HashAddress } from './assessments.dto.js';
import { attachmentNamed } from './attachment.js';
import { fileType } from '../http/file-bodies.js';

@Controller('api/v1/cycles/:cycle/centres/:centre/criteria/:criterion/evidence')
@ApiTags('assessments')
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly criteria: CycleCriteria,
  ) {}

  @Get()
  @Allow('assessment.read')
  @Refuses('cycle.unknown', 'cycle.schemeMissing', 'assessment.unknown')
  @ApiOperation({ summary: 'The files given for a criterion' })
  @ApiOkResponse({ type: [EvidenceAnswer] })
  async list(@CurrentActor() actor: Actor, @Param() place: CriterionAddress): Promise<EvidenceAnswer[]> {
    return (await this.evidence.list(actor, place)).map((item) => EvidenceAnswer.of(item));
  }

  @Put(':name')
  @Allow('assessment.evidence')
  @Refuses(
    'cycle.unknown',
    'assessment.unknown',
    'assessment.pastDue',
    'evidence.notTaken',
    'evidence.tooMany',
    'evidence.tooLarge',
    'evidence.nameInvalid',
    'evidence.kindRefused',
    'evidence.nameContradicts',
    'evidence.active',
    'evidence.doubtful',
  )
  @ApiOperation({
    summary: 'Give a file for a criterion; the same again changes nothing',
    description: `PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX or text in UTF-8 (txt, csv), at most ${largestFile.text}, without active content.`,
  })
  @ApiConsumes(fileType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: EvidenceAnswer })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { name, ...place }: FileAddress,
    @Req() request: FastifyRequest,
  ): Promise<EvidenceAnswer> {
    const content = contentOf(request);
    return EvidenceAnswer.of(
      await this.evidence.add(actor, place, { name, content }, await this.criteria.of(place.cycle)),
    );
  }

  @Get(':hash')
  @Allow('assessment.read')
  @Refuses('evidence.unknown')
  @ApiOperation({ summary: 'One file, to be saved', description: 'Missing and not yours answer alike.' })
  @ApiProduces(fileType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { hash, ...place }: HashAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes, content } = await this.evidence.open(actor, place, hash);
    // Whatever it is, no browser shows it: it is saved, and would have no rights if it were opened after all.
    void reply.header('content-security-policy', "sandbox; default-src 'none'");
    void reply.header('x-content-type-options', 'nosniff');
    return new StreamableFile(content, { type: fileType, disposition: attachmentNamed(name), length: bytes });
  }
}

/** The body as it comes in; one that says it is too large is refused unread. */
function contentOf({ headers, body }: FastifyRequest): Readable {
  // A body of another kind was read already: what came in then is not what was sent.
  if (!(body instanceof Readable)) throw new Problem('evidence.kindOfBody');
  if (Number(headers['content-length'] ?? 0) > largestFile.bytes) {
    throw new Problem('evidence.tooLarge', { params: { limit: largestFile.text } });
  }
  return body;
}
