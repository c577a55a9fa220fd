import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import {
  longestReference,
  type HandedLink,
  type InvitationRow,
  type InvitationSummary,
  type InvitedReceipt,
} from '#surveys';

const mostAtOnce = 500;

/** What stands in the address of a page to opt out. */
export class OptOutToken {
  @ApiProperty({ maxLength: 100 }) @IsString() @MaxLength(100) readonly token: string;
}

/** Somebody to invite. */
export class InvitationSent implements InvitationRow {
  @ApiProperty({ description: 'The code of the agency.' }) @IsString() @MaxLength(64) readonly agency: string;

  @ApiProperty({
    maxLength: longestReference,
    description: 'Of the transaction: unique in the campaign, forgotten 90 days after it.',
  })
  @IsString()
  @MaxLength(1_000)
  readonly reference: string;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(64) readonly centre?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(64) readonly service?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @MaxLength(64) readonly channel?: string;

  @ApiProperty({ required: false, description: 'Without it and without a telephone the link is handed back.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  readonly email?: string;

  @ApiProperty({ required: false, example: '+971501234567' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  readonly phone?: string;

  @ApiProperty({ required: false, example: 'ar', description: 'Absent: the first language of the campaign.' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  readonly language?: string;
}

/** People to invite. */
export class InvitationsSent {
  @ApiProperty({ type: [InvitationSent], minItems: 1, maxItems: mostAtOnce })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostAtOnce)
  @ValidateNested({ each: true })
  @Type(() => InvitationSent)
  readonly invitations: InvitationSent[];
}

export class HandedLinkAnswer implements HandedLink {
  @ApiProperty() readonly reference: string;
  @ApiProperty({ format: 'uri' }) readonly link: string;
}

export class InvitedAnswer implements InvitedReceipt {
  @ApiProperty() readonly added: number;
  @ApiProperty({ description: 'Invited before, by their reference.' }) readonly known: number;
  @ApiProperty({ description: 'Who does not want to be invited.' }) readonly optedOut: number;
  @ApiProperty({
    type: [HandedLinkAnswer],
    description: 'Of those without a contact: to be printed or sent by others.',
  })
  readonly links: readonly HandedLinkAnswer[];
}

export class InvitationSummaryAnswer implements InvitationSummary {
  @ApiProperty() readonly invited: number;
  @ApiProperty({ description: 'To be sent, and not sent yet.' }) readonly waiting: number;
  @ApiProperty({ description: 'Sent, or handed out as a link.' }) readonly sent: number;
  @ApiProperty({ description: 'Reminders sent.' }) readonly reminders: number;
  @ApiProperty({ description: 'Refused for good by the receiver’s server or the gateway.' }) readonly failed: number;
  @ApiProperty() readonly optedOut: number;
  @ApiProperty() readonly answered: number;
}
