import { finding, type Check } from './facts.js';
import { bitsBetween, tellingBits, type Fingerprint } from './fingerprint.js';
import { minute, momentOf } from './moments.js';
import { stampsOf } from './presence.js';

/** The front of a centre is often photographed before the form is begun. */
const slackMinutes = 10;

/** The very file was sent with another visit; told once a visit. */
export const photoSeen: Check = function* ({ visit, photosElsewhere }) {
  const seen = new Map(photosElsewhere.map((photo) => [photo.hash, photo.visit]));
  const known = new Set(visit.photos.map(({ hash }) => hash).filter((hash) => seen.has(hash)));
  for (const hash of known) {
    yield finding('photoSeen', { count: known.size, photo: hash, visit: seen.get(hash) ?? '' });
    return;
  }
};

/** Another file that shows the same picture was sent with another visit; told once a visit, of the two most alike. */
export const photoAlike: Check = function* ({ visit, photosElsewhere, fingerprints, checks: { photoBits } }) {
  const files = new Set(photosElsewhere.map(({ hash }) => hash));
  const own = visit.photos
    .filter(({ hash }) => !files.has(hash))
    .flatMap(({ hash }) => withBits(hash, fingerprints.get(hash)));
  const others = photosElsewhere.flatMap(({ visit: id, fingerprint }) => withBits(id, fingerprint));
  const alike = own
    .flatMap(({ of: photo, bits }) =>
      others.map((other) => ({ photo, visit: other.of, bits: bitsBetween(bits, other.bits) })),
    )
    .filter(({ bits }) => bits <= photoBits)
    .sort((one, other) => one.bits - other.bits);
  const count = new Set(alike.map(({ photo }) => photo)).size;
  if (alike[0]) yield finding('photoAlike', { count, ...alike[0] });
};

function withBits(of: string, fingerprint: Fingerprint | null | undefined) {
  const bits = fingerprint === null || fingerprint === undefined ? null : tellingBits(fingerprint);
  return bits === null ? [] : [{ of, bits }];
}

/** Photos that were not taken during the visit, by the same clock that stamped it. */
export const photoTimes: Check = function* ({ visit }) {
  const told = [momentOf(visit.startedAt), momentOf(visit.finishedAt), ...stampsOf(visit)].flatMap((one) => one ?? []);
  const [from, to] = [Math.min(...told) - slackMinutes * minute, Math.max(...told) + slackMinutes * minute];
  const outside = visit.photos.filter(({ takenAt }) => {
    const taken = momentOf(takenAt);
    return taken !== null && (taken < from || taken > to);
  });
  if (outside[0]) yield finding('photoTimes', { count: outside.length, photo: outside[0].hash });
};
