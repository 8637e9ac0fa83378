import ts from "typescript";
import { ownFiles, read } from "./files.ts";

/** Tables that stand in the schema file of another room than their owner. */
const APART: Record<string, string> = { files: "files", jobRuns: "jobs" };
const WRITES = new Set(["insert", "update", "delete"]);

/** Only verbs of the owning room write a table (house rule 2): the room is named as the schema file. */
export function owners(): string[] {
  return ownFiles("app")
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap(foreignWrites);
}

function foreignWrites(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const tables = tablesOf(source);
  const room = file.split("/")[1]!;
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    const table = writtenTable(node);
    const schema = table === undefined ? undefined : tables.get(table);
    const owner = table === undefined || schema === undefined ? room : (APART[table] ?? schema);
    if (owner !== room) faults.push(`${file}: writes ${table}, which belongs to ${owner}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function tablesOf(source: ts.SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const schema = /^#db\/schema\/([\w-]+)\.ts$/.exec(statement.moduleSpecifier.text)?.[1];
    const bindings = statement.importClause?.namedBindings;
    if (schema && bindings && ts.isNamedImports(bindings))
      for (const one of bindings.elements) found.set(one.name.text, schema);
  }
  return found;
}

function writtenTable(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (!WRITES.has(node.expression.name.text)) return undefined;
  const table = node.arguments[0];
  return table && ts.isIdentifier(table) ? table.text : undefined;
}
