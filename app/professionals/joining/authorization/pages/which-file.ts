import { NotFound } from "#app/shared/errors.ts";

const FILES = { "machtiging.pdf": "document", "bewijs.pdf": "evidence", "bewijs.jws": "facts" } as const;

/** The file that a part of an address names. @throws NotFound */
export function whichFile(name: string | undefined): (typeof FILES)[keyof typeof FILES] {
  const found = Object.entries(FILES).find(([one]) => one === name)?.[1];
  if (!found) throw new NotFound();
  return found;
}
