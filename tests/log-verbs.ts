import ts from "typescript";
import { readFileSync } from "node:fs";
import path from "node:path";
import { events } from "#app/platform/audit/events/catalogue.ts";
import { ownFiles } from "../scripts/checks/files.ts";

/** A function that begins a transaction and writes in it, with the lines that can come of it. */
export type Verb = { name: string; tables: string[]; events: string[] };

type Part = { file: string; name: string; exported: boolean; node: ts.Node };
type Facts = { uses: string[]; tables: string[]; events: string[]; begins: boolean };
type Module = { parts: Map<string, Part>; imports: Map<string, string>; tables: Set<string> };

const OWN = new Set(["auditLog", "auditSubjects", "auditSealed", "auditSeals"]);
const names = Object.keys(events);
const known = new Set(names);

/**
 * Every exported function under `app` that begins a transaction, itself or by a function of its own file, and writes in
 * it. What another such function does in a transaction of its own is not counted with it.
 * @param files path → text; those of the house when left out
 */
export function verbsOnDisk(files: Record<string, string> = house()): Verb[] {
  const modules = new Map(Object.entries(files).map(([file, text]) => [file, moduleOf(file, text, files)]));
  const parts = new Map<string, Part>();
  for (const { parts: own } of modules.values()) for (const part of own.values()) parts.set(keyOf(part), part);
  const facts = new Map([...parts].map(([key, part]) => [key, factsOf(part, modules.get(part.file)!)]));
  const begins = (key: string, seen = new Set<string>()): boolean => {
    if (seen.has(key)) return false;
    seen.add(key);
    const { begins: itself, uses } = facts.get(key)!;
    const own = uses.filter((use) => sameFile(use, key) && !parts.get(use)!.exported);
    return itself || own.some((use) => begins(use, seen));
  };
  const beginning = new Set([...parts.keys()].filter((key) => parts.get(key)!.exported && begins(key)));
  return [...beginning].sort().flatMap((key) => {
    const reached = [...closure(key, facts, beginning)].map((one) => facts.get(one)!);
    const tables = all(reached.flatMap((one) => one.tables));
    const found = { name: key.replace(/^app\//, ""), tables, events: all(reached.flatMap((one) => one.events)) };
    return tables.length > 0 ? [found] : [];
  });
}

const house = () =>
  Object.fromEntries(
    ownFiles("app")
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|data)\.tsx?$|(^|\/|-)texts\.ts$/.test(file))
      .map((file) => [file, readFileSync(file, "utf8")] as const)
      .filter(([, text]) => /transaction|\btx\b/i.test(text)),
  );
const all = (given: string[]) => [...new Set(given)].sort();
const keyOf = ({ file, name }: { file: string; name: string }) => `${file}#${name}`;
const sameFile = (a: string, b: string) => a.split("#")[0] === b.split("#")[0];

function closure(from: string, facts: Map<string, Facts>, beginning: Set<string>): Set<string> {
  const seen = new Set<string>();
  const walk = (key: string) => {
    if (seen.has(key) || !facts.has(key) || (beginning.has(key) && key !== from)) return;
    seen.add(key);
    facts.get(key)!.uses.forEach(walk);
  };
  walk(from);
  return seen;
}

function moduleOf(file: string, text: string, files: Record<string, string>): Module {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Module = { parts: new Map(), imports: new Map(), tables: new Set() };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) readImport(statement, file, files, found);
    else if (ts.isFunctionDeclaration(statement) && statement.name)
      keep(found, file, statement.name.text, statement, statement);
    else if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations) keep(found, file, one.name.getText(), statement, one);
  }
  return found;
}

function keep(found: Module, file: string, name: string, statement: ts.Statement, node: ts.Node): void {
  const marks = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const exported = marks.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  found.parts.set(name, { file, name, exported, node });
}

function readImport(statement: ts.ImportDeclaration, file: string, files: Record<string, string>, found: Module): void {
  const bindings = statement.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || !ts.isStringLiteral(statement.moduleSpecifier)) return;
  const from = statement.moduleSpecifier.text;
  const schema = from.startsWith("#db/schema/");
  const target = from.startsWith("#app/")
    ? from.replace("#app/", "app/")
    : from.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), from)
      : from;
  for (const one of bindings.elements) {
    const named = (one.propertyName ?? one.name).text;
    if (schema && !OWN.has(named)) found.tables.add(one.name.text);
    if (target in files) found.imports.set(one.name.text, `${target}#${named}`);
    if (from === "#db/client.server.ts" && named === "transaction") found.imports.set(one.name.text, "transaction");
  }
}

function factsOf({ file, name, node }: Part, module: Module): Facts {
  const found: Facts = { uses: [], tables: [], events: [], begins: false };
  const visit = (one: ts.Node): void => {
    if (ts.isTypeNode(one)) return;
    if (ts.isStringLiteralLike(one) && known.has(one.text)) found.events.push(one.text);
    if (ts.isTemplateExpression(one)) found.events.push(...patternOf(one));
    if (ts.isIdentifier(one)) {
      const target = module.imports.get(one.text);
      if (target === "transaction") found.begins = true;
      else if (target) found.uses.push(target);
      else if (module.parts.has(one.text) && one.text !== name) found.uses.push(keyOf({ file, name: one.text }));
    }
    if (ts.isCallExpression(one) && ts.isPropertyAccessExpression(one.expression)) {
      const table = one.arguments[0]?.getText() ?? "";
      if (["insert", "update", "delete"].includes(one.expression.name.text) && module.tables.has(table))
        found.tables.push(table);
    }
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

/** `request.${kind}` stands for every event that begins so. */
function patternOf(one: ts.TemplateExpression): string[] {
  const tail = one.templateSpans.at(-1)?.literal.text ?? "";
  const fits = names.some((name) => name.startsWith(one.head.text) && name.endsWith(tail));
  return one.head.text.includes(".") && one.templateSpans.length === 1 && fits ? [`${one.head.text}*${tail}`] : [];
}
