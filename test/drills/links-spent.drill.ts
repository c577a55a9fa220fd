/** Ten thousand links, each tried eight times at once: as many answers as links, of customers and of employees. */
process.env['SPENT_LINKS'] ??= '10000';
await import('../surveys/links-spent.spec.js');
