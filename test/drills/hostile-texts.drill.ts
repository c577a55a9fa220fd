process.env['HOSTILE_EVERY'] ??= '1';
await import('../surveys/hostile-texts.spec.js');
