import { Controller, Get, Param, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor, type Actor } from '#access';
import { largestChunk, largestMedia, Media, Uploads, type Chunk } from '#media';
import { Refuses } from '../docs/refuses.js';
import { fileType } from '../http/file-bodies.js';
import { mediaAnswer } from './media-answer.js';
import { MediaAddress, UploadAnswer } from './media.dto.js';
import { SentChunk } from './sent-chunk.js';

/** Photos and files, sent in chunks that can be gone on with, and shown as they were made anew. */
@Controller('api/v1/media/:hash')
@ApiTags('media')
export class MediaController {
  constructor(
    private readonly uploads: Uploads,
    private readonly media: Media,
  ) {}

  @Put()
  @Allow('media.send')
  @Refuses(
    'media.tooLarge',
    'media.offsetDiffers',
    'media.sizeDiffers',
    'media.tooMuchUnfinished',
    'media.hashDiffers',
    'media.kindRefused',
    'media.storeFull',
    'media.storeAway',
    'evidence.kindOfBody',
    'evidence.active',
    'evidence.doubtful',
  )
  @ApiOperation({
    summary: 'Send a chunk of a file; what was sent before is complete at once',
    description: `JPEG, PNG or WebP, and PDF for appeals; ${largestMedia.text} at most, in chunks of at most ${largestChunk.text}. Where to go on from is in the answer, also in that of a wrong offset.`,
  })
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'Where this chunk stands in the file, in bytes.' })
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'How many bytes the whole file has.' })
  @ApiConsumes(fileType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: UploadAnswer })
  async append(
    @CurrentActor() actor: Actor,
    @Param() { hash }: MediaAddress,
    @SentChunk() chunk: Chunk,
  ): Promise<UploadAnswer> {
    return UploadAnswer.of(await this.uploads.append(actor, hash, chunk));
  }

  @Get('offset')
  @Allow('media.send')
  @Refuses('media.hashDiffers', 'media.kindRefused', 'media.storeFull', 'media.storeAway')
  @ApiOperation({ summary: 'How far a file of yours has come; 0 for one never begun' })
  @ApiOkResponse({ type: UploadAnswer })
  async offset(@CurrentActor() actor: Actor, @Param() { hash }: MediaAddress): Promise<UploadAnswer> {
    return UploadAnswer.of(await this.uploads.offset(actor, hash));
  }

  @Get()
  @Allow('media.read')
  @Refuses('media.unknown', 'media.unreadable', 'media.storeAway')
  @ApiOperation({
    summary: 'A photo made anew without metadata, or a PDF, to be saved',
    description: 'Missing and not yours answer alike.',
  })
  @ApiProduces('image/jpeg', fileType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { hash }: MediaAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return mediaAnswer(hash, await this.media.open(actor, hash), reply);
  }
}
