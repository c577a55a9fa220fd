import fc from 'fast-check';
import { bucketsOf } from './buckets.js';
import { decide, waitAfter, type Bucket } from './pace.js';

/** The table of buckets, with a clock that the test moves. */
class Door {
  private readonly stored = new Map<string, Bucket>();
  /** When a password was looked at. */
  readonly looked: number[] = [];

  /** One try that fails; the seconds it has to wait, 0 when its password was looked at. */
  fail(now: number, name: string, address: string, knownDevice: Buffer | null = null): number {
    const { wait, write, spent } = decide(bucketsOf(name, { address, knownDevice }), this.stored, now);
    for (const [key, bucket] of write) this.stored.set(key, bucket);
    if (spent) this.stored.delete(spent);
    if (wait === 0) this.looked.push(now);
    return wait;
  }

  /** The most passwords looked at within any hour. */
  mostInAnHour(): number {
    let most = 0;
    for (let first = 0, last = 0; last < this.looked.length; last++) {
      while ((this.looked[last] ?? 0) - (this.looked[first] ?? 0) >= 3600) first++;
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}

const start = 1_800_000_000;
const network = (number: number) => `10.${Math.floor(number / 250)}.${number % 250}.1`;

describe('waitAfter', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 2],
    [5, 4],
    [6, 8],
    [7, 16],
    [8, 16],
    [1_000_000, 16],
  ])('after %i failures of which two cost nothing: %i s', (failures, wait) =>
    expect(waitAfter(failures, 3)).toBe(wait),
  );
});

describe('decide', () => {
  it('looks at no more than 1,000 passwords of an account in any hour, however many networks ask however often', () => {
    const attack = fc.record({
      networks: fc.integer({ min: 1, max: 400 }),
      every: fc.constantFrom(0.5, 3, 17, 61, 300),
    });
    fc.assert(
      fc.property(attack, ({ networks, every }) => {
        const door = new Door();
        const rounds = Math.min(7200 / every, 60_000 / networks);
        for (let round = 0; round < rounds; round++) {
          for (let one = 0; one < networks; one++) door.fail(start + round * every, 'office', network(one));
        }
        expect(door.mostInAnHour()).toBeLessThan(1000);
      }),
      { numRuns: 12 },
    );
  });

  it('looks at no more than 230 from one network or with one device in any hour', () => {
    for (const device of [null, Buffer.from('known')]) {
      const door = new Door();
      for (let now = start; now < start + 7200; now += 0.5) door.fail(now, 'office', network(1), device);
      expect(door.mostInAnHour()).toBeGreaterThan(200);
      expect(door.mostInAnHour()).toBeLessThanOrEqual(230);
    }
  });

  it('looks at no more than 260 from one network that changes the account each time', () => {
    const door = new Door();
    for (let now = start; now < start + 7200; now += 0.5) door.fail(now, `name${now}`, network(1));
    expect(door.mostInAnHour()).toBeLessThanOrEqual(260);
  });

  it('lets a new device in at the moment it was told, four seconds for each network that attacks', () => {
    const attack = fc.record({ networks: fc.integer({ min: 0, max: 30 }), after: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(attack, ({ networks, after }) => {
        const door = new Door();
        let owner: number | null = null;
        for (let now = start; now <= start + after + 4 * 32; now += 0.5) {
          for (let one = 0; one < networks; one++) door.fail(now, 'office', network(one));
          if (owner === null && now >= start + after) {
            const wait = door.fail(now, 'office', '192.0.2.1');
            expect(wait).toBeLessThanOrEqual(4 * (networks + 1));
            owner = now + wait;
          } else if (owner !== null && now >= owner) {
            expect(door.fail(owner, 'office', '192.0.2.1')).toBe(0);
            return;
          }
          if (owner === now) return;
        }
        throw new Error('the owner was never let in');
      }),
      { numRuns: 12 },
    );
  });

  it('keeps a promised turn for a minute', () => {
    for (const [late, turnsLeft] of [
      [60, 0],
      [61, 1],
    ] as const) {
      const door = new Door();
      for (let one = 0; one < 10; one++) door.fail(start, 'office', network(one));
      const wait = door.fail(start, 'office', '192.0.2.1');
      expect(wait).toBe(4);
      // Others use up whatever turns there are, so that only the promise can let this one in.
      for (let one = 100; one < 200; one++) door.fail(start + wait + late, 'office', network(one));
      expect(Math.min(1, door.fail(start + wait + late, 'office', '192.0.2.1'))).toBe(turnsLeft);
    }
  });

  it('forgets failures after an hour without one', () => {
    const door = new Door();
    for (let one = 0; one < 3; one++) door.fail(start, 'office', network(1));
    expect(door.fail(start, 'office', network(1))).toBe(1);
    for (let one = 0; one < 3; one++) expect(door.fail(start + 3602, 'office', network(1))).toBe(0);
    expect(door.fail(start + 3602, 'office', network(1))).toBe(1);
  });

  it('delays no other account, network or device', () => {
    const door = new Door();
    for (let now = start; now < start + 600; now += 0.5) door.fail(now, 'office', network(1));
    expect(door.fail(start + 600, 'viewer', network(2))).toBe(0);
    expect(door.fail(start + 600, 'office', network(2))).toBe(0);
    expect(door.fail(start + 600, 'office', network(1), Buffer.from('known'))).toBe(0);
  });
});
