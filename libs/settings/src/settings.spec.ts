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
      mediaStore: null,
      secret: null,
      mail: null,
      smsWebhook: null,
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
    ['NUJOOM_MEDIA_STORE', 'photos'],
    ['NUJOOM_MEDIA_STORE', 'ftp://host/bucket'],
    ['NUJOOM_MEDIA_STORE', 'https://host/'],
    ['NUJOOM_MEDIA_STORE', 'https://host/bucket?versions'],
  ])('%s=%s is refused by its name, with what is expected', (name, value) => {
    const refusal = () => settingsFrom({ [name]: value });
    expect(refusal).toThrow(Problem);
    try {
      refusal();
    } catch (problem) {
      expect(problem).toMatchObject({ code: 'settings.invalid', details: { params: { name, value } } });
    }
  });

  it.each([
    ['NUJOOM_SECRET', { NUJOOM_SECRET: 'hidden' }],
    ['NUJOOM_SMTP', { NUJOOM_SMTP: 'https://me:hidden@host' }],
    ['NUJOOM_MAIL_FROM', { NUJOOM_SMTP: 'smtps://me:hidden@host', NUJOOM_MAIL_FROM: 'nobody' }],
    ['NUJOOM_SMS_WEBHOOK', { NUJOOM_SMS_WEBHOOK: 'ftp://me:hidden@host' }],
  ])('a wrong %s is refused, and nothing secret is told', (name, given) => {
    try {
      settingsFrom(given);
      throw new Error('was taken');
    } catch (problem) {
      expect(problem).toMatchObject({ code: 'settings.invalid', details: { params: { name } } });
      expect(JSON.stringify(problem)).not.toContain('hidden');
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

  it('reads a store of photos with what opens it', () => {
    const given = {
      NUJOOM_MEDIA_STORE: 'https://store.example/photos',
      NUJOOM_MEDIA_KEY: 'k',
      NUJOOM_MEDIA_SECRET: 's',
    };
    expect(settingsFrom(given).mediaStore).toMatchObject({ key: 'k', secret: 's', region: 'us-east-1' });
    expect(settingsFrom(given).mediaStore?.address.href).toBe('https://store.example/photos');
  });

  it.each([
    ['NUJOOM_MEDIA_KEY', { NUJOOM_MEDIA_SECRET: 'hidden' }],
    ['NUJOOM_MEDIA_SECRET', { NUJOOM_MEDIA_KEY: 'k' }],
    ['NUJOOM_MEDIA_REGION', { NUJOOM_MEDIA_KEY: 'k', NUJOOM_MEDIA_SECRET: 'hidden', NUJOOM_MEDIA_REGION: 'a b' }],
    ['NUJOOM_MEDIA_STORE', { NUJOOM_MEDIA_STORE: 'https://me:hidden@store.example/photos' }],
  ])('a store of photos without a right %s is refused, and nothing secret is told', (name, given) => {
    try {
      settingsFrom({ NUJOOM_MEDIA_STORE: 'https://store.example/photos', ...given });
      throw new Error('was taken');
    } catch (problem) {
      expect(problem).toMatchObject({ code: 'settings.invalid', details: { params: { name } } });
      expect(JSON.stringify(problem)).not.toContain('hidden');
    }
  });
});
