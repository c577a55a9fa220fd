process.env['HOSTILE_ALL'] ??= '1';
await import('../surveys/hostile-texts.spec.js');
