import everyday from './jest.config.js';

/** Slow proofs of what survives: kills, cuts and full disks, many rounds of them. Run by `npm run drills`. */
export default {
  ...everyday,
  testMatch: ['<rootDir>/test/drills/**/*.drill.ts'],
  testTimeout: 1_200_000,
  maxWorkers: 1,
};
