import ts from "typescript";
import { ownFiles, read } from "./files.ts";

/** Methods that change what they are called on. */
const CHANGES = new Set([
  ...["push", "unshift", "pop", "shift", "splice", "sort", "reverse", "fill"],
  ...["add", "set", "delete", "clear"],
]);

/** A transaction may be run twice: what its body changes outside itself would be changed twice (`TRANSACTIONS=twice`). */
export function transactions(root = "."): string[] {
  return ["app", "db", "scripts", "tests"]
    .flatMap((folder) => ownFiles(folder, root))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => leaks(file, read(file, root)));
}

/** Each place in a file where the body of a transaction changes what was made outside it. */
export function leaks(file: string, text: string): string[] {
  if (!/\btransaction\(|\btx\b|\bTransaction\b/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const seek = (node: ts.Node): void => {
    const body = bodyOf(node);
    if (body) {
      for (const { name, at } of changed(body)) {
        const { line } = source.getLineAndCharacterOfPosition(at.getStart());
        found.push(`${file}:${line + 1}: ${name} stands outside the transaction and is changed in it`);
      }
    }
    ts.forEachChild(node, seek);
  };
  seek(source);
  return found;
}

/** A function that is given to `transaction(…)`, or is handed its `tx`. */
function bodyOf(node: ts.Node): ts.SignatureDeclaration | undefined {
  if (!ts.isFunctionLike(node)) return undefined;
  return node.parameters.some(isTx) || isGiven(node) ? node : undefined;
}

const isTx = ({ name, type }: ts.ParameterDeclaration) =>
  (ts.isIdentifier(name) && name.text === "tx") || type?.getText() === "Transaction";

const isGiven = ({ parent }: ts.Node) =>
  ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === "transaction";

const isAssignment = (kind: ts.SyntaxKind) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

function changed(body: ts.Node): { name: string; at: ts.Node }[] {
  const own = new Set<string>();
  const changes: { name: string; at: ts.Node }[] = [];
  const note = (target: ts.Node) => {
    if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) note(target.expression);
    else if (ts.isIdentifier(target)) changes.push({ name: target.text, at: target });
    else if (ts.isArrayLiteralExpression(target)) target.elements.forEach(note);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node)) {
      if (ts.isIdentifier(node.name)) own.add(node.name.text);
    }
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) note(node.left);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)
        note(node.operand);
    }
    if (ts.isDeleteExpression(node)) note(node.expression);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      if (CHANGES.has(node.expression.name.text)) note(node.expression.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return changes.filter(({ name }) => !own.has(name));
}
