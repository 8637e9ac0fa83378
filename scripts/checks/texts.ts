import path from "node:path";
import { pathToFileURL } from "node:url";
import { ownFiles } from "./files.ts";

/** Every `texts.ts` has Dutch and English with the same keys. */
export async function texts(root = "."): Promise<string[]> {
  const faults: string[] = [];
  for (const file of ownFiles("app", root).filter((name) => /(^|\/|-)texts\.ts$/.test(name))) {
    const loaded = (await import(pathToFileURL(path.resolve(root, file)).href)) as Record<string, unknown>;
    const sets = Object.values(loaded).filter(isBilingual);
    if (sets.length === 0) faults.push(`${file}: exports no { nl, en }`);
    for (const set of sets) faults.push(...differences(set.nl, set.en, file));
  }
  return faults;
}

type Bilingual = { nl: unknown; en: unknown };
const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === "object" && value !== null && "nl" in value && "en" in value;

function differences(nl: unknown, en: unknown, place: string): string[] {
  if (typeof nl !== typeof en) return [`${place}: Dutch and English are not alike`];
  if (typeof nl !== "object" || nl === null || en === null) return [];
  const left = nl as Record<string, unknown>;
  const right = en as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => {
    if (!(key in left)) return [`${place}: ${key} is missing in Dutch`];
    if (!(key in right)) return [`${place}: ${key} is missing in English`];
    return differences(left[key], right[key], `${place} ${key}`);
  });
}
