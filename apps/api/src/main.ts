import { holdDatabase } from '#database';
import { settingsFrom } from '#settings';
import { listenRefusal } from '../../cli/src/process/listening.js';
import { runProcess } from '../../cli/src/process/refusal.js';
import { aborted, listenForStop } from '../../cli/src/process/stop-signals.js';
import { createApi } from './create-api.js';
import { gracefulStop } from './graceful-stop.js';

/** How long requests in flight may take once the process is told to stop, in ms. */
const patience = 4_000;

/**
 * The API as a process. With DATABASE_URL it starts, stays up and answers /health/ready with 503 while that database is
 * away; without, it holds the embedded one.
 */
async function main(): Promise<void> {
  const { stop } = listenForStop();
  const settings = settingsFrom(process.env);
  const held = settings.databaseUrl === null ? await holdDatabase(settings) : null;
  const app = await createApi(settings, held?.url ?? settings.databaseUrl ?? '');
  const server = app.getHttpServer();
  const finish = gracefulStop(server);
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await held?.leave();
    throw listenRefusal(error as Error, settings);
  }
  const address = server.address();
  if (typeof address === 'object') process.send?.({ listening: address?.port });

  await aborted(stop);
  const given = setTimeout(() => process.exit(), patience + 500);
  await finish(patience);
  await app.close();
  await held?.leave();
  clearTimeout(given);
  process.exit();
}

await runProcess(main);
