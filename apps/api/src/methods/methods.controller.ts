import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '#access';
import { instrumentSchema } from '#instruments';
import { schemeSchema } from '#scoring';
import { Methods } from '#schemes';
import { Refuses } from '../docs/refuses.js';
import { SentDocument } from '../http/sent-document.js';
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

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Instruments and rating schemes as documents. */
@Controller('api/v1/methods/:kind')
@ApiTags('methods')
export class MethodsController {
  constructor(private readonly methods: Methods) {}

  @Get()
  @Allow('method.read')
  @ApiOperation({ summary: 'All instruments, or all rating schemes, with their versions' })
  @ApiOkResponse({ type: [MethodLineAnswer] })
  async list(@Param() address: MethodKindName): Promise<MethodLineAnswer[]> {
    return (await this.methods.list(kindOf(address))).map((line) => MethodLineAnswer.of(line));
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
    @Param() address: MethodCode,
    @Query() { from, to }: VersionSpan,
  ): Promise<MethodDifferenceAnswer[]> {
    return [...(await this.methods.differences(kindOf(address), address.code, from, to))];
  }

  @Get(':code/:version')
  @Allow('method.read')
  @Refuses('method.unknown')
  @ApiOperation({ summary: 'One version' })
  @ApiOkResponse({ type: MethodAnswer })
  async find(@Param() address: MethodAddress): Promise<MethodAnswer> {
    return MethodAnswer.ofVersion(await this.methods.find({ ...address, kind: kindOf(address) }));
  }

  @Get(':code/:version/workbook')
  @Allow('method.read')
  @Refuses('method.unknown')
  @ApiOperation({ summary: 'One version as a workbook to edit and give back' })
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@Param() address: MethodAddress): Promise<StreamableFile> {
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
}
