/** What is found for each object is kept for as long as the object is, and found no second time. */
export function memoizeByObject<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  return memoize(new WeakMap<Key, Value>(), find);
}

/** What is found for each text is kept for good: for texts of which there are few. */
export function memoizeByText<Value>(find: (text: string) => Value): (text: string) => Value {
  return memoize(new Map<string, Value>(), find);
}

interface Store<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function memoize<Key, Value>(store: Store<Key, Value>, find: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    const known = store.get(key);
    if (known !== undefined) return known;
    const found = find(key);
    store.set(key, found);
    return found;
  };
}
