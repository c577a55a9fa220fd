describe('this room', () => {
  it('makes no code of text when it is loaded, which pages forbid', async () => {
    const ordinary = globalThis.Function;
    let made = 0;
    globalThis.Function = new Proxy(ordinary, {
      construct: (target, args: readonly string[]) => {
        made += 1;
        return Reflect.construct(target, args);
      },
    });
    await import('./index.js');
    globalThis.Function = ordinary;
    expect(made).toBe(0);
  });
});
