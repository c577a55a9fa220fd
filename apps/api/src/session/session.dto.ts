import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { roles } from '#contract';

export class SignIn {
  @ApiProperty({ maxLength: 100, description: 'The name of the account; upper and lower case are the same.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  readonly name: string;

  @ApiProperty({ maxLength: 1000, format: 'password' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  readonly password: string;
}

export class AccountAnswer {
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: Object.keys(roles).filter((role) => role !== 'visitor') }) readonly role: string;
}

export class SessionAnswer {
  @ApiProperty() readonly account: AccountAnswer;

  static of({ name, role }: AccountAnswer): SessionAnswer {
    return { account: { name, role } };
  }
}
