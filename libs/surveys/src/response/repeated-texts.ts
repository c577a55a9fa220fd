import { hash } from 'node:crypto';
import { BoundedMap } from '#database';

/** Remembers the comments of late, as hashes, to notice one that comes again in another response. In bounded memory, of this process. */
export class RepeatedTexts {
  private readonly first = new BoundedMap<string, string>(20_000);

  /** Whether one of the texts was in another response of the campaign lately; remembers them. */
  isRepeated(campaignId: string, responseId: string, texts: readonly string[]): boolean {
    let isRepeated = false;
    for (const text of texts) {
      const key = hash('sha256', `${campaignId}\0${text}`, 'base64url');
      const before = this.first.get(key);
      if (before === undefined) this.first.set(key, responseId);
      else if (before !== responseId) isRepeated = true;
    }
    return isRepeated;
  }
}
