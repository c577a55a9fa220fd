import type { Change } from './kept.js';
import type { TabletState } from './model.js';

/** What the tabs of this tablet tell each other. It stays in the browser's memory. */
export type TabMessage =
  | { readonly kind: 'changed'; readonly things: readonly Pick<Change, 'kind' | 'id'>[] }
  | { readonly kind: 'sending'; readonly sending: TabletState['sending'] }
  | { readonly kind: 'send' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'wiped' };

/** The other tabs. */
export class Tabs {
  private readonly channel = new BroadcastChannel('notes');

  constructor(heard: (message: TabMessage) => void) {
    this.channel.onmessage = ({ data }: MessageEvent<TabMessage>) => heard(data);
  }

  tell(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  close(): void {
    this.channel.close();
  }
}
