/** Fills the screen from the next tap on, and again after whatever ended it, until it is let go. */
export class FullScreen {
  private isWanted = false;

  constructor() {
    // A browser lets a page fill the screen only while somebody taps.
    document.addEventListener('click', () => this.isWanted && this.enter(), { capture: true });
  }

  want(): void {
    this.isWanted = true;
  }

  letGo(): void {
    this.isWanted = false;
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  }

  private enter(): void {
    if (!document.fullscreenElement && document.fullscreenEnabled)
      void document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  }
}
