import { Problem } from '#contract';
import { settingsFrom } from './settings.js';

describe('settingsFrom', () => {
  it('has a default for everything', () => {
    expect(settingsFrom({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      language: 'en',
      proxies: 0,
    });
    expect(settingsFrom({}).address.href).toBe('http://127.0.0.1:3000/');
  });

  it('an empty setting is none', () => expect(settingsFrom({ PORT: '', DATABASE_URL: ' ' }).databaseUrl).toBeNull());

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['HOST', 'my host'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'nonsense'],
    ['NUJOOM_LANGUAGE', 'fr'],
    ['NUJOOM_URL', 'ftp://x'],
    ['NUJOOM_PROXIES', '-1'],
  ])('%s=%s is refused by its name, with what is expected', (name, value) => {
    const refusal = () => settingsFrom({ [name]: value });
    expect(refusal).toThrow(Problem);
    try {
      refusal();
    } catch (problem) {
      expect(problem).toMatchObject({ code: 'settings.invalid', details: { params: { name, value } } });
    }
  });

  it('does not repeat a password', () => {
    try {
      settingsFrom({ DATABASE_URL: 'mysql://root:secret@localhost/x' });
      throw new Error('was taken');
    } catch (problem) {
      expect(JSON.stringify(problem)).not.toContain('secret');
    }
  });
});
