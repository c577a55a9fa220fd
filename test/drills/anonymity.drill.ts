/** The attacker with a whole dump, on ten thousand people. */
process.env['ATTACKED_PEOPLE'] ??= '10000';
await import('../surveys/anonymity-attack.spec.js');
