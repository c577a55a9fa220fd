process.env['HOSTILE_ALL'] ??= '1';
await import('../surveys/hostile-pages.spec.js');
