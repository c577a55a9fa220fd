/** The version of this build, as the office sees it; see vite.config.ts. */
declare const __APP_VERSION__: string;
