import ts from "typescript";
import { ownFiles, read } from "./files.ts";

/** Tables that stand in the schema file of another room than their owner. */
const APART: Record<string, string> = { files: "files", jobRuns: "jobs" };
/**
 * Rooms that may read what they do not own: rights are derived from it, doors ask it who may come in (and write the columns
 * of a door in the tables of their owners, by `doors/owners/rows.server.ts` alone), and health looks whether jobs ran.
 */
const READERS = new Set(["rights", "doors", "server"]);
const WRITES = new Set(["insert", "update", "delete"]);

/** The schema file is named for the owning room, which stands in a wing (`app/clients/records`) or alone (`app/reports`).
 * A table is written by that room only, and read by others through verbs of that room. */
export function owners(root = "."): string[] {
  return ownFiles("app", root)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => foreignTables(file, root));
}

function foreignTables(file: string, root: string): string[] {
  const source = ts.createSourceFile(file, read(file, root), ts.ScriptTarget.Latest, true);
  const rooms = new Set(file.split("/").slice(1, 3));
  const foreign = [...tablesOf(source)].filter(([, owner]) => !rooms.has(owner));
  if ([...READERS].some((room) => rooms.has(room))) {
    const written = writtenTables(source);
    return foreign
      .filter(([table]) => written.has(table))
      .map(([table, owner]) => `${file}: writes ${table} of ${owner}`);
  }
  return foreign.map(([table, owner]) => `${file}: uses the table ${table} of ${owner}; ask a verb of that room`);
}

/** Imported table → its owner. Types may be imported by anybody. */
function tablesOf(source: ts.SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const schema = /^#db\/schema\/([\w-]+)\.ts$/.exec(statement.moduleSpecifier.text)?.[1];
    const clause = statement.importClause;
    if (!schema || !clause?.namedBindings || !ts.isNamedImports(clause.namedBindings)) continue;
    if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
    for (const one of clause.namedBindings.elements) {
      if (!one.isTypeOnly) found.set(one.name.text, APART[one.name.text] ?? schema);
    }
  }
  return found;
}

function writtenTables(source: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const table = node.arguments[0];
      if (WRITES.has(node.expression.name.text) && table && ts.isIdentifier(table)) found.add(table.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
