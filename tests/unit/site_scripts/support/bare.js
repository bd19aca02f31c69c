// The little of a browser that scripts ask for which do their work without a page.

/** Classes as an element has them. */
export class Classes extends Set {
  add(...names) {
    for (const name of names) super.add(name);
  }

  remove(...names) {
    for (const name of names) super.delete(name);
  }

  replace(name, other) {
    if (super.delete(name)) super.add(other);
  }
}

/** A storage; one that refuses throws at every touch, as browsers do where a reader allows none. */
export function storageOf(kept = {}, isRefused = false) {
  const values = new Map(Object.entries(kept));
  const or = (act) => (...args) => {
    if (isRefused) throw new Error("refused");
    return act(...args);
  };
  return {
    getItem: or((name) => values.get(name) ?? null),
    setItem: or((name, value) => values.set(name, value)),
    removeItem: or((name) => values.delete(name)),
  };
}

/** Lets promises go on that wait for nothing else. */
export async function settled() {
  for (let n = 0; n < 30; n++) await undefined;
}
