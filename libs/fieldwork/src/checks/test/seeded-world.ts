import { earthRadius, type Point } from '../distance.js';
import type { OpeningHours } from '../opening-hours.js';
import type { Chance } from './seeded-random.js';

/** A centre, its city, and the slots (HH:MM, HH:MM) in which the plan lets it be visited: one early, one late in the day. */
export interface SeededCentre {
  readonly id: string;
  readonly city: number;
  readonly site: Point;
  readonly hours: OpeningHours;
  readonly slots: readonly [readonly [string, string], readonly [string, string]];
  /** The part of what a form asks for that is as it should be. */
  readonly quality: number;
}

/** Abu Dhabi, Dubai, Al Ain, Ras Al Khaimah, Al Dhannah: each at least 90 km from all others. */
export const cities: readonly Point[] = [
  { latitude: 24.45, longitude: 54.38 },
  { latitude: 25.2, longitude: 55.27 },
  { latitude: 24.21, longitude: 55.74 },
  { latitude: 25.79, longitude: 55.95 },
  { latitude: 24.11, longitude: 52.6 },
];

const workdays = ['monday', 'tuesday', 'wednesday', 'thursday'] as const;
const daily = (...spans: { from: string; to: string }[]): OpeningHours =>
  Object.fromEntries(workdays.map((weekday) => [weekday, spans]));

/** How centres are open, each with its two slots. */
const schedules: readonly Pick<SeededCentre, 'hours' | 'slots'>[] = [
  { hours: daily({ from: '07:30', to: '15:30' }), slots: [['08:00', '11:00'], ['12:30', '15:00']] }, // prettier-ignore
  { hours: daily({ from: '08:00', to: '20:00' }), slots: [['08:00', '11:00'], ['13:00', '19:00']] }, // prettier-ignore
  { hours: daily({ from: '08:00', to: '13:00' }, { from: '16:00', to: '20:00' }), slots: [['08:00', '11:00'], ['16:00', '19:30']] }, // prettier-ignore
];

/** Twelve centres in each city, within 12 km of its middle. */
export function seededCentres(chance: Chance): readonly SeededCentre[] {
  return cities.flatMap((middle, city) =>
    Array.from({ length: 12 }, (_, at) => ({
      id: `centre ${city}-${at}`,
      city,
      site: moved(middle, chance.between(0, 12_000), chance.between(0, 360)),
      quality: chance.between(0.6, 0.93),
      ...chance.one(schedules),
    })),
  );
}

/** A point so many metres away, in a direction in degrees; good for tens of kilometres away from the poles. */
export function moved({ latitude, longitude }: Point, metres: number, direction: number): Point {
  const angle = (direction * Math.PI) / 180;
  const degree = (earthRadius * Math.PI) / 180;
  return {
    latitude: latitude + (metres * Math.cos(angle)) / degree,
    longitude: longitude + (metres * Math.sin(angle)) / degree / Math.cos((latitude * Math.PI) / 180),
  };
}
