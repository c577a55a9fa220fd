process.env['HOSTILE_EVERY'] ??= '1';
await import('../surveys/hostile-pages.spec.js');
