import { ApiProperty } from '@nestjs/swagger';

export class ResponsesImportedAnswer {
  @ApiProperty({ description: 'The code of the campaign.' }) readonly campaign: string;
  @ApiProperty({ description: 'Rows of the file.' }) readonly rows: number;
  @ApiProperty() readonly added: number;
  @ApiProperty({ description: 'Of these rows those that were there already.' }) readonly unchanged: number;
}
