import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, type Actor } from '#access';
import { Problem } from '#contract';
import { instrumentSchema } from '#instruments';
import { schemeSchema } from '#scoring';
import { Methods, type MethodVersion } from '#schemes';
import { Refuses } from '../docs/refuses.js';
import { SentDocument } from '../http/sent-document.js';
import { workbookType } from '../http/workbook-type.js';
import {
  kindOf,
  MethodAddress,
  MethodAnswer,
  MethodCode,
  MethodDifferenceAnswer,
  MethodKindName,
  MethodLineAnswer,
  MethodReceiptAnswer,
  VersionSpan,
} from './methods.dto.js';

/** Instruments and rating schemes as documents. */
@Controller('api/v1/methods/:kind')
@ApiTags('methods')
export class MethodsController {
  constructor(private readonly methods: Methods) {}

  @Get()
  @Allow('method.read')
  @ApiOperation({ summary: 'All instruments, or all rating schemes, with their versions' })
  @ApiOkResponse({ type: [MethodLineAnswer] })
  async list(@CurrentActor() actor: Actor, @Param() address: MethodKindName): Promise<MethodLineAnswer[]> {
    const lines = await this.methods.list(kindOf(address));
    return lines.filter((line) => maySee(actor, line)).map((line) => MethodLineAnswer.of(line));
  }

  @Get('schema')
  @Allow('published.read')
  @ApiOperation({ summary: 'The JSON Schema of these documents' })
  @ApiOkResponse({ schema: { type: 'object' } })
  schema(@Param() address: MethodKindName): object {
    return kindOf(address) === 'instrument' ? instrumentSchema : schemeSchema;
  }

  @Post()
  @HttpCode(201)
  @Allow('method.write')
  @Refuses('method.faulty', 'method.frozen')
  @ApiOperation({
    summary: 'Keep a document as a draft',
    description: 'The document names its own code and version. A published version is never changed.',
  })
  @ApiBody({ schema: { type: 'object' } })
  @ApiCreatedResponse({ type: MethodReceiptAnswer })
  async save(@Param() address: MethodKindName, @SentDocument() document: unknown): Promise<MethodReceiptAnswer> {
    return MethodReceiptAnswer.of(await this.methods.save(kindOf(address), document));
  }

  @Get(':code/differences')
  @Allow('method.read')
  @Refuses('method.unknown')
  @ApiOperation({ summary: 'What differs between two versions' })
  @ApiOkResponse({ type: [MethodDifferenceAnswer] })
  async differences(
    @CurrentActor() actor: Actor,
    @Param() address: MethodCode,
    @Query() { from, to }: VersionSpan,
  ): Promise<MethodDifferenceAnswer[]> {
    for (const version of [from, to]) await this.seen(actor, { ...address, version });
    return [...(await this.methods.differences(kindOf(address), address.code, from, to))];
  }

  @Get(':code/:version')
  @Allow('method.read')
  @Refuses('method.unknown')
  @ApiOperation({ summary: 'One version' })
  @ApiOkResponse({ type: MethodAnswer })
  async find(@CurrentActor() actor: Actor, @Param() address: MethodAddress): Promise<MethodAnswer> {
    return MethodAnswer.ofVersion(await this.seen(actor, address));
  }

  @Get(':code/:version/workbook')
  @Allow('method.read')
  @Refuses('method.unknown')
  @ApiOperation({ summary: 'One version as a workbook to edit and give back' })
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@CurrentActor() actor: Actor, @Param() address: MethodAddress): Promise<StreamableFile> {
    await this.seen(actor, address);
    const content = await this.methods.exportFile({ ...address, kind: kindOf(address) }, 'xlsx');
    const disposition = `attachment; filename="${address.code}-${address.version}.xlsx"`;
    return new StreamableFile(content, { type: workbookType, disposition });
  }

  @Post(':code/:version/publication')
  @HttpCode(200)
  @Allow('method.publish')
  @Refuses('method.unknown', 'method.faulty', 'method.notNext')
  @ApiOperation({ summary: 'Publish a version: from now on nobody can change it' })
  @ApiOkResponse({ type: MethodAnswer })
  async publish(@Param() address: MethodAddress): Promise<MethodAnswer> {
    return MethodAnswer.ofVersion(await this.methods.publish({ ...address, kind: kindOf(address) }));
  }

  /** A version, for whoever may see it: a draft is as if it were not there. */
  private async seen(actor: Actor, address: MethodAddress): Promise<MethodVersion> {
    const name = { ...address, kind: kindOf(address) };
    const method = await this.methods.find(name);
    if (!maySee(actor, method)) throw new Problem('method.unknown', { params: { ...name } });
    return method;
  }
}

/** Drafts are for those who write them. */
function maySee(actor: Actor, { publishedAt }: Pick<MethodVersion, 'publishedAt'>): boolean {
  return publishedAt !== null || actor.can('method.write');
}
