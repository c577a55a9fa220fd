import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Fault } from '#contract';
import type { MethodKind, MethodLine, MethodReceipt, MethodVersion } from '#schemes';

/** Instruments or schemes, as an address names them. */
export class MethodKindName {
  @ApiProperty({ enum: ['instruments', 'schemes'] })
  @IsIn(['instruments', 'schemes'])
  readonly kind: 'instruments' | 'schemes';
}

/** A document of any version. */
export class MethodCode extends MethodKindName {
  @ApiProperty({ example: 'service_centre_visit' }) @Matches(/^[a-z][a-z0-9_]{0,63}$/) readonly code: string;
}

/** One version of a document. */
export class MethodAddress extends MethodCode {
  @ApiProperty({ example: 1 }) @Type(() => Number) @IsInt() @Min(1) @Max(10_000) readonly version: number;
}

/** From which version to which. */
export class VersionSpan {
  @ApiProperty({ example: 1 }) @Type(() => Number) @IsInt() @Min(1) @Max(10_000) readonly from: number;
  @ApiProperty({ example: 2 }) @Type(() => Number) @IsInt() @Min(1) @Max(10_000) readonly to: number;

  /** The language of the page; documents have their own. */
  @ApiProperty({ required: false, enum: ['ar', 'en'] })
  @IsOptional()
  @Matches(/^(ar|en)$/)
  readonly language?: string;
}

/** The room's word for what an address names. */
export function kindOf({ kind }: MethodKindName): MethodKind {
  return kind === 'instruments' ? 'instrument' : 'scheme';
}

export class MethodLineAnswer {
  @ApiProperty() readonly code: string;
  @ApiProperty() readonly version: number;
  @ApiProperty({ type: Object, description: 'The title by language tag.' })
  readonly title: Readonly<Record<string, string>>;
  @ApiProperty({ description: 'SHA-256 of the document as canonical JSON (RFC 8785).' }) readonly hash: string;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: a draft.' })
  readonly publishedAt: string | null;

  static of({ code, version, title, hash, savedAt, publishedAt }: MethodLine): MethodLineAnswer {
    return {
      code,
      version,
      title,
      hash,
      savedAt: savedAt.toISOString(),
      publishedAt: publishedAt?.toISOString() ?? null,
    };
  }
}

export class MethodAnswer extends MethodLineAnswer {
  @ApiProperty({ type: Object, description: 'The document, by its published JSON Schema.' })
  readonly document: unknown;

  static ofVersion(method: MethodVersion): MethodAnswer {
    const { title } = method.document as { title: Record<string, string> };
    return { ...MethodLineAnswer.of({ ...method, title }), document: method.document };
  }
}

export class MethodReceiptAnswer {
  @ApiProperty() readonly code: string;
  @ApiProperty() readonly version: number;
  @ApiProperty() readonly hash: string;
  @ApiProperty({ description: 'False: exactly this document was there already.' }) readonly changed: boolean;
  @ApiProperty() readonly published: boolean;
  @ApiProperty({ type: [Object], description: 'What still stands in the way of publishing it.' })
  readonly beforePublishing: readonly Fault[];

  static of({ code, version, hash, changed, published, beforePublishing }: MethodReceipt): MethodReceiptAnswer {
    return { code, version, hash, changed, published, beforePublishing };
  }
}

export class MethodDifferenceAnswer {
  @ApiProperty({ example: 'changed' }) readonly kind: string;
  @ApiProperty({ description: 'The code of what differs, or its place in the document.' }) readonly where: string;
  @ApiProperty({ type: String, nullable: true }) readonly what: string | null;
  @ApiProperty({ type: Object, nullable: true }) readonly from: unknown;
  @ApiProperty({ type: Object, nullable: true }) readonly to: unknown;
}
