import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { Devices } from './devices.js';
import { Passwords } from './passwords.js';
import { PlatformSecret } from './platform-secret.js';
import { SessionCookies } from './session-cookies.js';
import { Sessions } from './sessions.js';

/** Who asks and what they may do. The API closes its routes with `AccessGuard`; the command line needs no session. */
@Module({
  imports: [TypeOrmModule.forFeature([Account])],
  providers: [Accounts, Devices, Passwords, PlatformSecret, SessionCookies, Sessions],
  exports: [Accounts, Devices, PlatformSecret, SessionCookies, Sessions],
})
export class AccessModule {}
