import ts from "typescript";
import { readFileSync } from "node:fs";
import path from "node:path";
import { events } from "#app/platform/audit/events/catalogue.ts";
import type { DoorAct } from "#app/platform/doors/owners/owner.ts";
import { owners } from "#app/platform/doors/owners/owners.server.ts";
import { ownFiles } from "../scripts/checks/files.ts";

/** A function that begins a transaction and writes in it, with the lines that can come of it. */
export type Verb = { name: string; tables: string[]; events: string[] };

type Part = { file: string; name: string; exported: boolean; node: ts.Node };
type Facts = { uses: string[]; tables: string[]; events: string[]; begins: boolean };
type Module = { parts: Map<string, Part>; imports: Map<string, string>; tables: Set<string> };

const OWN = new Set(["auditLog", "auditSubjects", "auditSealed", "auditSeals"]);
const names = Object.keys(events);
const known = new Set(names);
/** The one step of a case writes its row and its line: which line, the transitions of its kind say. */
const STEP = "app/platform/cases/step.server.ts#step";
/** Doors of every owner are one engine: which line an act leaves, the entry of each owner says. */
const DOORS = "app/platform/doors/";
const doorEvents = (act: string): string[] => Object.values(owners).map((owner) => owner.events[act as DoorAct]);
type Steps = { room: string; group: string; step: string; event: string }[];

/**
 * Every exported function under `app` that begins a transaction, itself or by a function of its own file, and writes in
 * it. What another such function does in a transaction of its own is not counted with it.
 * @param files path → text; those of the house when left out
 */
export function verbsOnDisk(files: Record<string, string> = house()): Verb[] {
  const modules = new Map(Object.entries(files).map(([file, text]) => [file, moduleOf(file, text, files)]));
  const parts = new Map<string, Part>();
  for (const { parts: own } of modules.values()) for (const part of own.values()) parts.set(keyOf(part), part);
  const steps = Object.entries(files).flatMap(([file, text]) =>
    file.endsWith("transitions.ts") ? stepsIn(file, text) : [],
  );
  const facts = new Map([...parts].map(([key, part]) => [key, factsOf(part, modules.get(part.file)!, steps)]));
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
      .filter(([file, text]) => file.endsWith("transitions.ts") || /transaction|\btx\b/i.test(text)),
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

const roomOf = (file: string) => file.split("/").slice(0, 3).join("/");

/** Steps of the kinds of case of a room, with the line that each leaves; `group` is the name of their table. */
function stepsIn(file: string, text: string): Steps {
  const found: Steps = [];
  const visit = (one: ts.Node, groups: string[]): void => {
    if (!ts.isPropertyAssignment(one) || !ts.isObjectLiteralExpression(one.initializer))
      return ts.forEachChild(one, (child) => visit(child, groups));
    const step = one.name.getText();
    const event = one.initializer.properties.find((each) => each.name?.getText() === "event");
    if (event && ts.isPropertyAssignment(event) && ts.isStringLiteralLike(event.initializer))
      found.push({ room: roomOf(file), group: groups.at(-1) ?? "", step, event: event.initializer.text });
    else ts.forEachChild(one, (child) => visit(child, [...groups, step]));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), []);
  return found.filter(({ event }) => known.has(event));
}

/** The lines of a call of `step`: those of the steps it names, or of all of the kind where the name is not written there. */
function eventsOfStep(call: ts.CallExpression, file: string, steps: Steps): string[] {
  const [, , kind, name] = call.arguments;
  const group = kind && ts.isPropertyAccessExpression(kind) ? kind.name.text : null;
  const own = steps.filter((one) => one.room === roomOf(file) && (group === null || one.group === group));
  const said: string[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isStringLiteralLike(one)) said.push(one.text);
    ts.forEachChild(one, visit);
  };
  if (name) visit(name);
  const named = own.filter(({ step }) => said.includes(step));
  return (named.length > 0 ? named : own).map(({ event }) => event);
}

function factsOf({ file, name, node }: Part, module: Module, steps: Steps): Facts {
  const found: Facts = { uses: [], tables: [], events: [], begins: false };
  const visit = (one: ts.Node): void => {
    // What the entry of an owner calls its lines is left by the engine, where the act is named.
    if (ts.isPropertyAssignment(one) && one.name.getText() === "events" && file.startsWith(`${DOORS}owners/`)) return;
    if (ts.isTypeNode(one) || (file.endsWith("transitions.ts") && ts.isStringLiteralLike(one))) return;
    if (ts.isStringLiteralLike(one) && known.has(one.text)) found.events.push(one.text);
    if (ts.isTemplateExpression(one)) found.events.push(...patternOf(one));
    if (ts.isIdentifier(one)) {
      const target = module.imports.get(one.text);
      if (target === "transaction") found.begins = true;
      else if (target) found.uses.push(target);
      else if (module.parts.has(one.text) && one.text !== name) found.uses.push(keyOf({ file, name: one.text }));
    }
    if (ts.isCallExpression(one) && module.imports.get(one.expression.getText()) === STEP) {
      found.tables.push("cases");
      found.events.push(...eventsOfStep(one, file, steps));
    }
    if (ts.isCallExpression(one) && one.expression.getText() === "logged" && file.startsWith(DOORS)) {
      const act = one.arguments[1];
      if (act && ts.isStringLiteralLike(act)) found.events.push(...doorEvents(act.text));
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
