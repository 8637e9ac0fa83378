import ts from "typescript";
import { read, routeModules } from "./files.ts";

/** Modules that hold guards: of people, and of the doors that only a demo has. */
const GUARDS = /(^|\/)rights\/(?:(?:client-)?guards|reach)\.server\.ts$|^\.\/only\.server\.ts$/;

/** Every exported loader and action asks who is there before it does anything: in its first
 * statement, or the second where the first takes the question from the address. What a route declares is typed. */
export function guards(root = "."): string[] {
  return routeModules(root).flatMap((file) => {
    const source = ts.createSourceFile(file, read(file, root), ts.ScriptTarget.Latest, true);
    const names = guardNames(source);
    const loose = /^export const handle\b(?![^;]* satisfies RouteRules;)/m.test(source.text);
    return [
      ...(loose ? [`${file}: what it declares is not held against RouteRules`] : []),
      ...source.statements.flatMap((statement) =>
        unguarded(statement, names).map((name) => `${file}: ${name} does not start with a guard`),
      ),
    ];
  });
}

function guardNames(source: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    if (!GUARDS.test(statement.moduleSpecifier.text)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) for (const one of bindings.elements) found.add(one.name.text);
  }
  return found;
}

function unguarded(statement: ts.Statement, names: Set<string>): string[] {
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return [];
  return bodies(statement)
    .filter(({ name }) => name === "loader" || name === "action")
    .filter(({ first }) => !first.some((node) => calls(node, names)))
    .map(({ name }) => name);
}

function bodies(statement: ts.Statement): { name: string; first: ts.Node[] }[] {
  if (ts.isFunctionDeclaration(statement))
    return [{ name: statement.name?.text ?? "", first: opening(statement.body) }];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map((one) => {
    const value = one.initializer;
    const body = value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value.body : undefined;
    return { name: one.name.getText(), first: opening(body) };
  });
}

const opening = (body: ts.Node | undefined): ts.Node[] =>
  body && ts.isBlock(body) ? body.statements.slice(0, 2) : body ? [body] : [];

function calls(node: ts.Node, names: Set<string>): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && names.has(node.expression.text)) return true;
  return ts.forEachChild(node, (child) => calls(child, names) || undefined) ?? false;
}
