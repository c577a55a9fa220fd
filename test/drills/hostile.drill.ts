process.env['HOSTILE_REQUESTS'] ??= '10000';
await import('../surveys/hostile.spec.js');
