const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of these bytes, or undefined when they are not whole UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
