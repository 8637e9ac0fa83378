import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reachedTests } from "./reached.ts";

describe("O-91 what a change can reach", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), "zorgpoort-reached-"));
    const files = {
      "app/a.ts": "export const a = 1;\n",
      "app/a.test.ts": 'import { a } from "./a.ts";\n',
      "app/page.tsx": 'import {\n  a,\n} from "#app/a.ts";\n',
      "db/far.test.ts": 'const { page } = await import("#app/page.tsx");\n',
      "app/other.test.ts": 'import { b } from "./b.ts";\n',
      "tests/security/door.test.ts": 'import { a } from "#app/a.ts";\n',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("O-91: tests that import what changed are found through other files and lazy imports, nearest first, and no others", () => {
    expect(reachedTests(["app/a.ts"], root)).toEqual(["app/a.test.ts", "db/far.test.ts"]);
  });

  test("O-91: a test that changed is run itself, and a file that nothing imports reaches none", () => {
    expect(reachedTests(["app/other.test.ts"], root)).toEqual(["app/other.test.ts"]);
    expect(reachedTests(["README.md"], root)).toEqual([]);
  });
});
