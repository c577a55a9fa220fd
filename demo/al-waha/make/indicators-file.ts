import { Chance } from './chance.js';
import { csv } from './csv.js';
import { servingIn, type DemoCycle } from './cycles.js';
import { heldCentre, qualityOf } from './qualities.js';

/** The measured indicators of a cycle: minutes waited, and the share of transactions made digitally. */
export function indicatorsFile(cycle: DemoCycle): string {
  const rows = servingIn(cycle.key).flatMap((centre) => {
    const chance = new Chance(cycle.key, 'indicators', centre.code);
    const quality = qualityOf(centre, cycle);
    const waiting = centre.code === heldCentre ? 52 : Math.max(3, chance.near(6 + 44 * (1 - quality), 6));
    const digital = Math.min(99, Math.max(5, chance.near(30 + 60 * quality, 12)));
    return [
      [centre.code, 'waiting_minutes', waiting.toFixed(1), 'Queue system of the centre'],
      [centre.code, 'digital_adoption', digital.toFixed(1), 'Transactions register'],
    ];
  });
  return csv(['centre', 'indicator', 'value', 'source'], rows);
}
