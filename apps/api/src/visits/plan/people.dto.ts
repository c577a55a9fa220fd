import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import type { Shopper, ShopperReceipt } from '#visits';

const genders = ['female', 'male'] as const;
const spoken = ['ar', 'en'] as const;

/** What the plan has to know of a shopper. */
export class ShopperTraitsSent {
  @ApiProperty({ enum: genders }) @IsIn(genders) readonly gender: (typeof genders)[number];

  @ApiProperty({ type: [String], enum: spoken, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(spoken, { each: true })
  readonly languages: (typeof spoken)[number][];

  @ApiProperty({ description: 'Whether visits are assigned to him.' }) @IsBoolean() readonly active: boolean;
}

export class ShopperAnswer {
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: genders }) readonly gender: string;
  @ApiProperty({ type: [String] }) readonly languages: readonly string[];
  @ApiProperty() readonly active: boolean;

  static of({ name, gender, languages, active }: Shopper): ShopperAnswer {
    return { name, gender, languages, active };
  }
}

export class ShopperReceiptAnswer extends ShopperAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'Of an account that was made now: told this once.' })
  readonly password: string | null;

  static from({ name, gender, languages, active, password }: ShopperReceipt): ShopperReceiptAnswer {
    return { name, gender, languages, active, password };
  }
}

export class ShopperConflictAnswer {
  @ApiProperty({ description: 'Visits taken back: they wait to be assigned anew.' }) readonly withdrawn: number;
  @ApiProperty({ description: 'Visits begun or sent: the office decides about each.' }) readonly left: number;
}
