import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lint } from "./lint.ts";
import { sizesAndNames } from "./sizes.ts";

/** What is refused → code with that fault, which becomes a file of its own in the given folder. */
const planted: [fault: string, code: string, folder?: string][] = [
  // The compiler, with the options of tsconfig.json.
  ["TS2322", 'export const a: number = "x";'],
  ["TS2307", 'export { a } from "./gone.ts";'],
  ["TS2532", "export const a = (all: string[]) => all[0].length;"],
  ["TS18047", "export const a = (word: string | null) => word.length;"],
  ["TS2554", "export const a = Math.abs();"],
  ["TS7029", "export function a(x: number) { switch (x) { case 1: x++; case 2: return x; default: return 0; } }"],
  [
    "TS4114",
    "export class A { private x = 1; y() { return this.x; } }\nexport class B extends A { y() { return 2; } }",
  ],
  ["TS1294", "export enum A { B }"],
  ["TS2322", "export const a = <div className={1} />;"],
  // Rules that ask the compiler.
  ["no-floating-promises", "export function a() { Promise.resolve(1); }"],
  ["no-floating-promises", "export function a() { Promise.resolve(1); }", "tests"],
  ["no-misused-promises", "export const a = () => [1].forEach(async () => { await Promise.resolve(); });"],
  ["await-thenable", "export const a = async () => { await 1; };"],
  ["no-unsafe-assignment", 'const a = JSON.parse("");\nexport const b = [a];'],
  ["no-unsafe-call", 'export const a = () => { JSON.parse("")(); };'],
  ["no-unsafe-member-access", 'export const a = () => { console.log(JSON.parse("").x as number); };'],
  ["no-unsafe-return", 'export const a = () => JSON.parse("");'],
  ["no-unsafe-argument", 'export const a = () => Math.abs(JSON.parse(""));'],
  ["no-deprecated", "/** @deprecated gone */\nexport const a = 1;\nexport function b() { return a; }"],
  ["no-base-to-string", "export const a = (x: object) => String(x);"],
  ["restrict-template-expressions", "export const a = (x: string[]) => `${x}`;"],
  ["restrict-plus-operands", 'export const a = "x" + 1;'],
  ["only-throw-error", 'export const a = () => { throw "x"; };'],
  ["switch-exhaustiveness-check", 'export function a(x: "a" | "b") { switch (x) { case "a": return 1; } return 2; }'],
  ["unbound-method", "class A { private x = 1; y() { return this.x; } }\nexport const { y } = new A();"],
  // Rules about how it is written.
  ["no-explicit-any", "export type A = any;"],
  ["consistent-type-imports", 'import { Server } from "node:http";\nexport type A = Server;'],
  ["no-unused-vars", "const a = 1;\nexport const b = 2;"],
  ["eqeqeq", "export const a = (x: number) => x == 1;"],
  ["no-eval", 'export const a = () => { eval("1"); };'],
  ["no-super-linear-backtracking", "export const a = /(?:a+)+b/;"],
  ["detect-non-literal-regexp", "export const a = (x: string) => new RegExp(x);"],
  ["detect-bidi-characters", `// ${String.fromCharCode(0x202e)}\nexport const a = 1;`],
  ["alt-text", 'export const A = () => <img src="/x.png" />;'],
  ["click-events-have-key-events", "export const A = () => <p onClick={() => undefined}>x</p>;"],
  // Bans of this house, and where they hold.
  ["Chance comes from", "export const a = Math.random();", "tests"],
  ["Ask now()", "export const a = new Date();"],
  ["Formatters are kept", "export const a = new Intl.NumberFormat();", "scripts"],
  ["never wrapped", "const wrap = <T,>(x: T) => x;\nexport const loader = wrap(() => null);"],
  ["read by readForm", "export const a = (request: Request) => request.formData();"],
  ["drops style attributes", "export const A = () => <p style={{}}>x</p>;"],
  ["Markup is never put in", 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;'],
  ["same shape for an instance", "export class A { x = 1; }"],
  ["Raw SQL stays", 'export { sql } from "drizzle-orm";'],
  ["starts no other programs", 'export { execFile } from "node:child_process";'],
  ["Tests run on vitest", 'export { test } from "node:test";', "tests"],
];

describe("O-90 lint", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), "zorgpoort-lint-"));
    const given = ["oxlint.config.mjs", "scripts/checks/lint-rules.mjs", "tsconfig.json", "package.json"];
    for (const file of given) cpSync(file, path.join(root, file));
    symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const fileOf = (at: number) => `${planted[at]![2] ?? "app/site"}/planted-${at}.tsx`;

  test("O-90: what the compiler, a rule or a ban of this house refuses is refused, each in the file it stands in, and nothing else", async () => {
    for (const [at, [, code]] of planted.entries()) {
      mkdirSync(path.dirname(path.join(root, fileOf(at))), { recursive: true });
      writeFileSync(path.join(root, fileOf(at)), `${code}\n`);
    }
    writeFileSync(path.join(root, "app/site/fine.ts"), "export const fine = async () => Promise.resolve(1);\n");
    const said = await lint(root);
    const missed = planted.filter(
      ([fault], at) => !said.some((line) => line.startsWith(`${fileOf(at)}:`) && line.includes(fault)),
    );
    expect(missed).toEqual([]);
    expect(said.join("\n")).not.toContain("fine.ts");
  }, 120_000);

  test("O-90: a rule is not switched off where it stands in the way", () => {
    writeFileSync(
      path.join(root, "off.ts"),
      `// ${["oxlint", "disable-next-line"].join("-")} no-eval\nexport const a = 1;\n`,
    );
    expect(sizesAndNames(root)).toContain("off.ts:1: a rule is kept or changed, not switched off");
  });
});
