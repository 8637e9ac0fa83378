import { existsSync } from "node:fs";
import ts from "typescript";
import routes from "../../app/routes.ts";
import { ownFiles, read } from "./files.ts";

/** Put behind an address that is known elsewhere. */
const PIECES = new Set(["/werklijst.csv"]);
/** Where pages about a client are: pieces behind `/mijn/:environment` stand there. */
const CLIENT_SIDE = /^app\/(?:clients|ui\/client-)/;
/** Stands for whatever is filled in: one part of an address, or its rest where it ends a template without a slash. */
const HOLE = "\u0000";

/** Every address that is written in the code of the pages leads to a route of `app/routes.ts`. */
export function addresses(): string[] {
  const leads = matcher(routes.map(({ path }) => path));
  return ownFiles("app")
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== "app/routes.ts")
    .flatMap((file) => lost(file, read(file), leads));
}

/** Whether an address, with holes for what is filled in, leads to one of these routes. */
export function matcher(paths: string[]): (address: string) => boolean {
  const all = paths.filter((path) => path !== "*").map((path) => `/${path}`.split("/"));
  return (address) => {
    const [place = ""] = address.split(/[?#]/);
    const open = place.endsWith(HOLE) && !place.endsWith(`/${HOLE}`);
    const parts = (open ? place.slice(0, -1) : place).split("/");
    return all.some(
      (route) =>
        (open ? route.length >= parts.length : route.length === parts.length) &&
        parts.every((part, at) => fits(part, route[at] ?? "")),
    );
  };
}

const fits = (part: string, of: string) => part === of || part.includes(HOLE) || of.startsWith(":");

/** Each address in a file that leads nowhere. */
export function lost(file: string, text: string, leads: (address: string) => boolean): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const address = addressOf(node);
    const known = (text: string) => leads(text) || (CLIENT_SIDE.test(file) && leads(`/mijn/${HOLE}${text}`));
    if (address !== undefined && isAddress(address) && !known(address)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: ${address.replaceAll(HOLE, "…")} leads to no route`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Names of objects in a PDF begin with a capital; what ends in a slash is the beginning of addresses. */
function isAddress(text: string): boolean {
  if (!/^\/[a-z\d\0]/.test(text) || text.endsWith("/") || PIECES.has(text)) return false;
  return !existsSync(`public${text}`);
}

function addressOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent)) return node.text;
  if (ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => HOLE + span.literal.text).join("");
}
