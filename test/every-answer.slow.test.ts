// The same through every door in all four languages.
process.env['EVERY_LANGUAGE'] = 'yes';
await import('./every-answer.test.ts');
