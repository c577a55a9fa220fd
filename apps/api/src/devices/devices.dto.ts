import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import type { Device, EnrolledDevice, Enrolment } from '#access';

export class DeviceEnrolment {
  @ApiProperty({ maxLength: 100, description: 'The code as it was scanned or typed.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  readonly secret: string;

  @ApiProperty({ maxLength: 40 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  readonly appVersion: string;
}

export class EnrolledAnswer {
  @ApiProperty({ format: 'uuid' }) readonly device: string;
  @ApiProperty({ description: 'Told this once.' }) readonly token: string;
  @ApiProperty() readonly shopper: string;

  static of({ device, token, shopper }: EnrolledDevice): EnrolledAnswer {
    return { device, token, shopper };
  }
}

export class DeviceWish {
  @ApiProperty({ maxLength: 100, description: 'The name of an account with the role shopper.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  readonly shopper: string;

  @ApiProperty({ maxLength: 100, description: 'What the office calls the tablet.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  readonly label: string;
}

export class EnrolmentAnswer {
  @ApiProperty({ description: 'Told this once.' }) readonly code: string;
  @ApiProperty({ format: 'date-time' }) readonly expiresAt: string;

  static of({ code, expiresAt }: Enrolment): EnrolmentAnswer {
    return { code, expiresAt: expiresAt.toISOString() };
  }
}

export class DeviceId {
  @IsUUID() readonly device: string;
}

export class DeviceAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly shopper: string;
  @ApiProperty() readonly label: string;
  @ApiProperty({ format: 'date-time' }) readonly enrolledAt: string;
  @ApiProperty({ format: 'date-time', description: 'Its last contact.' }) readonly seenAt: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly revokedAt: string | null;
  @ApiProperty({ nullable: true, type: String }) readonly appVersion: string | null;
  @ApiProperty({ nullable: true, type: Number, description: 'Visits that waited on it to be sent.' })
  readonly waiting: number | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) readonly oldestWaitingAt: string | null;

  static of({ enrolledAt, seenAt, revokedAt, oldestWaitingAt, ...device }: Device): DeviceAnswer {
    return {
      ...device,
      enrolledAt: enrolledAt.toISOString(),
      seenAt: seenAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null,
    };
  }
}
