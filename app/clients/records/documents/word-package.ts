import { readXml, type XmlElement } from "./xml.ts";
import { elementsIn } from "./xml.ts";

const OTHER_ENCODING = /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!(?:utf-8|us-ascii)["'])/i;
const KIND =
  /^http:\/\/(?:schemas\.(?:openxmlformats\.org|microsoft\.com)|purl\.oclc\.org)\/[\w./-]*\/relationships\/(?:metadata\/)?([\w-]+)$/i;

export type Relation = {
  id: string;
  /** The last word of its type, such as `image`; empty where the type is none that is known. */
  kind: string;
  /** Address as written, or, inside the package, the name of the part in small letters. */
  target: string;
  external: boolean;
};

/** The parts of a Word document by name in small letters: names in a package are the same in capitals (ECMA-376, part 2). */
export class WordPackage {
  private readonly related = new Map<string, Relation[]>();
  readonly parts: ReadonlyMap<string, Buffer>;

  constructor(parts: ReadonlyMap<string, Buffer>) {
    this.parts = parts;
  }

  /** Text of a part in the one encoding that is read here; null for any other, which would hide what it says. */
  text(name: string): string | null {
    const bytes = this.parts.get(name);
    return bytes ? plainText(bytes) : null;
  }

  /** A part as a tree; null where there is none. @throws BadXml */
  xml(name: string | undefined): XmlElement | null {
    const text = name === undefined ? null : this.text(name);
    return text === null ? null : readXml(text);
  }

  /** What a part points to; of the package itself by the name "". @throws BadXml */
  relations(name: string): Relation[] {
    const known = this.related.get(name);
    if (known) return known;
    const cut = name.lastIndexOf("/") + 1;
    const root = this.xml(`${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`);
    const found = root ? relationsIn(root, name.slice(0, cut)) : [];
    this.related.set(name, found);
    return found;
  }

  /** The part of a kind that a part points to. */
  partOf(name: string, kind: string): string | undefined {
    const found = this.relations(name).find((one) => one.kind === kind && !one.external)?.target;
    return found !== undefined && this.parts.has(found) ? found : undefined;
  }

  /** The part with the text. */
  get main(): string | undefined {
    return this.partOf("", "officeDocument");
  }
}

/** Relations of a tree of them; targets inside are resolved against a folder. */
export function relationsIn(root: XmlElement, folder: string): Relation[] {
  return elementsIn(root, "rel:Relationship").map(({ attributes }) => {
    const external = /external/i.test(attributes.get("TargetMode") ?? "");
    const target = attributes.get("Target") ?? "";
    return {
      id: attributes.get("Id") ?? "",
      kind: KIND.exec(attributes.get("Type") ?? "")?.[1] ?? "",
      target: external ? target : resolved(target, folder),
      external,
    };
  });
}

function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/"))
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  return steps.join("/").toLowerCase();
}

export function plainText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") || OTHER_ENCODING.test(text) ? null : text;
  } catch {
    return null;
  }
}
