import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  /** The connection of a process: `url` is a PostgreSQL address; nothing is contacted before the first use. */
  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          autoLoadEntities: true,
          manualInitialization: true,
          synchronize: false,
          logging: false,
          poolSize: 10,
          extra: {
            connectionTimeoutMillis: 5_000,
            statement_timeout: 600_000,
            idle_in_transaction_session_timeout: 60_000,
            keepAlive: true,
          },
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
