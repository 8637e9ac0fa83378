import { FILE_NAMES, type FileName, LARGEST } from "./file-names.ts";

/** The files that are announced with their sizes, or the name of one that is larger than may be. */
export function announcedFiles(
  given: (name: FileName) => string,
): { files: Partial<Record<FileName, number>> } | { tooLarge: FileName } {
  const files: Partial<Record<FileName, number>> = {};
  for (const name of FILE_NAMES) {
    const text = given(name);
    if (text === "") continue;
    const size = Number(text);
    if (!/^\d{1,12}$/.test(text) || size > LARGEST[name]) return { tooLarge: name };
    files[name] = size;
  }
  return { files };
}
