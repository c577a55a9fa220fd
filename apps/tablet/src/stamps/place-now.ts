import type { Place } from '#fieldwork';

const refusal = 1; // GeolocationPositionError.PERMISSION_DENIED

/** Where the device is now, or why that is not known. Never rejects: a visit without a place is still a visit. */
export function placeNow(): Promise<Place> {
  if (!('geolocation' in navigator)) return Promise.resolve({ unavailable: true });
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy }, timestamp }) =>
        resolve({
          latitude,
          longitude,
          accuracy: Math.min(accuracy, 1_000_000),
          at: new Date(timestamp).toISOString(),
        }),
      ({ code }) => resolve(code === refusal ? { refused: true } : { unavailable: true }),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 },
    ),
  );
}
