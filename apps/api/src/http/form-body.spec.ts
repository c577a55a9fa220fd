import { readForm } from './form-body.js';

describe('readForm', () => {
  it('reads the fields of a form', () => {
    expect(readForm('name=a+b%26c&password=%D9%85&empty=')).toEqual({ name: 'a b&c', password: 'م', empty: '' });
    expect(readForm('')).toEqual({});
  });

  it('takes fifty fields and no more', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => `f${index}=`).join('&');
    expect(Object.keys(readForm(fields(50)))).toHaveLength(50);
    expect(() => readForm(fields(51))).toThrow('request.invalid');
  });

  it.each(['a=1&a=2', 'a=1&%61=2', 'a=%00', '%00=a', '__proto__=1', 'constructor=1', 'a=1&prototype=2'])(
    'takes no %s',
    (body) => expect(() => readForm(body)).toThrow('request.invalid'),
  );
});
