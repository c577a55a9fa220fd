import { contactHash, emailContact, smsContact } from './contact.js';

describe('an e-mail address', () => {
  it.each([
    ['Amna@Works.Example', 'Amna@works.example'],
    [' amna+survey@mail.works.example ', 'amna+survey@mail.works.example'],
    ['آمنة@مثال.إختبار', 'آمنة@مثال.إختبار'],
  ])('%s', (text, address) => expect(emailContact(text)).toEqual({ kind: 'email', address }));

  it.each([
    '',
    'amna',
    'amna@works',
    'amna@@works.example',
    'amna@works.example\r\nBcc: all@works.example',
    'amna@works.example,all@works.example',
    '<amna@works.example>',
    '"a b"@works.example',
    'a\u202eb@works.example',
    'amna@works..example',
    `${'a'.repeat(65)}@works.example`,
    `amna@${'works.'.repeat(50)}example`,
  ])('%j is none', (text) => expect(emailContact(text)).toBeNull());

  it('is looked at in time that grows with its length alone', () => {
    const started = process.cpuUsage();
    for (const text of [`a@${'a.'.repeat(50_000)}`, `${'a'.repeat(100_000)}@`, '.'.repeat(100_000)]) emailContact(text);
    expect(process.cpuUsage(started).user).toBeLessThan(500_000);
  });
});

describe('a telephone', () => {
  it.each([
    ['+971 50 123 4567', '+971501234567'],
    ['00971-50-1234567', '+971501234567'],
    ['‎+٩٧١ ٥٠ ١٢٣ ٤٥٦٧', '+971501234567'],
  ])('%s', (text, address) => expect(smsContact(text)).toEqual({ kind: 'sms', address }));

  it.each(['', '0501234567', '+0501234567', '+97150', '+97150123456789012', '+971 50 123 456x'])('%j is none', (text) =>
    expect(smsContact(text)).toBeNull(),
  );
});

describe('the hash of a contact', () => {
  const key = new Uint8Array(32).fill(1);
  it('is the same in whatever letters, and another with another key or kind', () => {
    const hash = contactHash(key, { kind: 'email', address: 'Amna@works.example' });
    expect(contactHash(key, { kind: 'email', address: 'amna@works.example' })).toEqual(hash);
    expect(contactHash(key, { kind: 'sms', address: 'amna@works.example' })).not.toEqual(hash);
    expect(contactHash(new Uint8Array(32), { kind: 'email', address: 'amna@works.example' })).not.toEqual(hash);
  });
});
