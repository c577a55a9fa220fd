process.env['GUESSES_EACH'] ??= '126';
await import('../surveys/hostile-guessing.spec.js');
