import { randomUUID } from 'node:crypto';
import { PreparedRequest } from './prepared-request.js';
import { RawClient } from './raw-client.js';
import { assignment } from './visit-world.js';

/** A tablet that sends visits. */
export class VisitSender {
  private constructor(
    private readonly connection: RawClient,
    private readonly request: PreparedRequest,
  ) {}

  /** @param blanks what else stands in the text to be written over, each time it is sent */
  static async to(port: number, token: string, text: string, blanks: readonly string[] = []): Promise<VisitSender> {
    const headers = { authorization: `Device ${token}`, 'device-app': '1.0.0', 'content-type': 'application/json' };
    const parts = { method: 'PUT', path: `/api/v1/visits/${report}`, headers, body: Buffer.from(text) };
    return new VisitSender(await RawClient.to(port), new PreparedRequest(parts, [report, assignment, ...blanks]));
  }

  /** @param visit the planned one */
  async send(visit: string, ...texts: readonly string[]): Promise<void> {
    const { status, body } = await this.connection.ask(this.request.with([randomUUID(), visit, ...texts]));
    if (status !== 201) throw new Error(`A visit was answered with ${status}: ${body}`);
  }
}

/** Stands where the id of a report belongs. */
const report = '11111111-1111-4111-8111-111111111111';
