/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point with the metres within which the true place lies. */
export interface RoughPoint extends Point {
  readonly accuracy: number;
}

/** The mean radius of the Earth in metres. Source: IUGG, Geodetic Reference System 1980. */
export const earthRadius = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Metres between two points along the surface of a sphere as large as the Earth; at most 0.6 % off the true distance.
 * Source: the haversine formula, R. W. Sinnott, Sky and Telescope 68 (1984) 159.
 */
export function metresBetween(one: Point, other: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const along = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const chord = half(one.latitude, other.latitude) + along * half(one.longitude, other.longitude);
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** The metres that surely lie between two places, however wrong both are within their accuracies; 0: they may be one. */
export function leastMetresBetween(one: RoughPoint, other: RoughPoint): number {
  return Math.max(0, metresBetween(one, other) - one.accuracy - other.accuracy);
}
