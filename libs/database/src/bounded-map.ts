/** Remembers the values used last, at most so many. */
export class BoundedMap<Key, Value> {
  private readonly values = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    const value = this.values.get(key);
    // While there is much room it does not matter who was used last, and moving costs more than finding.
    if (value === undefined || 2 * this.values.size < this.most) return value;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: Key, value: Value): Value {
    this.values.set(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value as Key);
    return value;
  }
}
