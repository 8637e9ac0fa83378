import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compare } from "./walk/compare.ts";
import { lines, ways } from "./walk/html.ts";
import { openNames, plain } from "./walk/plain.ts";

const ID = "01a20c91-a00b-7205-8158-c19926eaf76d";

describe("O-07 a recorded walk", () => {
  it("O-07 leaves out what differs from run to run, and nothing else", () => {
    const names = openNames();
    names.name(`/mijn/getij/afspraken/${ID}`, "Bekijk deze afspraak");
    expect(plain(`/mijn/getij/afspraken/${ID}/wijzigen`, names)).toBe(
      "/mijn/getij/afspraken/[bekijk-deze-afspraak]/wijzigen",
    );
    expect(plain("gemaakt 25 november 2026, 03:14 uur; afspraak om 14:30 uur")).toBe(
      "gemaakt 25 november 2026, [time] uur; afspraak om 14:30 uur",
    );
    expect(plain("http://localhost:4211/m/kJ8sd-0aPq3_Zr7TtYw9uVb2Xc5Nm1Lo6Qe4Ri8Sg0D")).toBe("[site]/m/[secret]");
    const untouched = 'class="grid md:grid-cols-[2fr_1fr_1fr_auto]" R-2026-00011 € 1.250,00 08:30 /rapportages/DM-101';
    expect(plain(untouched)).toBe(untouched);
  });

  it("O-07 writes a page one tag or text a line, and finds its links and forms", () => {
    const page = `<main><a href="/a?x=1&amp;y=2">Verder <b>lezen</b></a><form method="post"><input type="hidden" name="v" value="3"/><input type="radio" name="kind" value="move"/><select name="s"><option value="1">een</option><option value="2" selected="">twee</option></select><button name="act" value="send">Verstuur</button></form></main>`;
    expect(lines(page).slice(0, 3)).toEqual(["<main>", ' <a href="/a?x=1&y=2">', "  Verder"]);
    const { links, forms } = ways(page);
    expect(links).toEqual([{ href: "/a?x=1&y=2", text: "Verder lezen" }]);
    expect(forms[0]).toMatchObject({
      method: "post",
      main: true,
      fields: [
        { name: "v", value: "3" },
        { name: "s", value: "2" },
      ],
      choices: [
        { name: "kind", value: "move" },
        { name: "s", value: "1" },
      ],
      buttons: [{ name: "act", value: "send", text: "Verstuur" }],
    });
  });
});

describe("O-07 two walks", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-walks-"));
    for (const walk of ["before", "after"]) mkdirSync(path.join(folder, walk, "stranger"), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    vi.restoreAllMocks();
  });
  const keep = (walk: string, name: string, text: string) =>
    writeFileSync(path.join(folder, walk, "stranger", name), text);
  const told = () => {
    const said: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
    return { alike: compare(path.join(folder, "before"), path.join(folder, "after")), said: said.join("\n") };
  };

  it("O-07 that are alike say so; a page that came, went or differs is told, the same change once", () => {
    for (const walk of ["before", "after"])
      for (const name of ["a.txt", "b.txt"]) keep(walk, name, "200\n<main>\n een\n");
    expect(told().alike).toBe(true);
    for (const name of ["a.txt", "b.txt"]) keep("after", name, "200\n<main>\n twee\n");
    keep("before", "c.txt", "200\n");
    keep("after", "d.txt", "200\n");
    const { alike, said } = told();
    expect(alike).toBe(false);
    expect(said).toContain("gone  stranger/c.txt");
    expect(said).toContain("came  stranger/d.txt");
    expect(said.match(/- een\n\+ twee/g)).toHaveLength(1);
    expect(said).toContain("on 2: stranger/a.txt, stranger/b.txt");
  });
});
