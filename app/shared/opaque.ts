declare const held: unique symbol;
/** A value in one string; see `opaque`. */
export type Opaque<T> = string & { [held]: T };

/**
 * Packs loader data into one string. The framework walks through everything a loader gives, to prepare it for a script in
 * the browser; pages without script never send it, so large values spare that walk. Plain data only.
 */
export function opaque<T>(value: T): Opaque<T> {
  return JSON.stringify(value) as Opaque<T>;
}

/** The value again, fresh each time. */
export function opened<T>(packed: Opaque<T>): T {
  return JSON.parse(packed) as T;
}
