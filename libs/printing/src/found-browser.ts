/** Which browser prints here, and how it has to be started. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** For example `153.0.8010.0`. */
  readonly version: string;
  /** Where it came from: the caller's setting, the machine, or npm. */
  readonly source: 'setting' | 'machine' | 'npm';
  /** What its process needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether pages run in the browser's own sandbox. */
  readonly sandbox: boolean;
  /** Why there is no sandbox, for the operator; null when there is one. */
  readonly sandboxMissing: string | null;
}
