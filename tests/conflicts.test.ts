import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { action as clientPage } from "#app/clients/records/clinician/client.tsx";
import { action as partPage } from "#app/clients/records/clinician/part.tsx";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { action as practicePage } from "#app/professionals/practices/pages/practice.tsx";
import routes from "#app/routes.ts";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { aCareRelation, aLink, aPart, aPerson } from "./client-world.ts";
import { aClinician } from "./clinic-world.ts";
import { freshDatabase } from "./database.ts";
import { aReader, cookieOf } from "./report-world.ts";

const read = (file: string) => readFileSync(file, "utf8");
const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => path.join("app", name));

type Verb = { file: string; name: string };

/** Verbs of which the words above them say that somebody or the clock may be first. */
const verbs: Verb[] = sources
  // A guard, or a reader of the form, refuses before there is a page to answer on.
  .filter((file) => !file.startsWith(path.join("app", "platform", "rights")))
  .flatMap((file) =>
    [...read(file).matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport async function (\w+)/g)]
      .filter(([, said = ""]) => said.includes("@throws") && /\bConflict\b/.test(said))
      .map(([, , name = ""]) => ({ file, name })),
  );
/** A page with an action; what a script of ours sends needs no page. */
const isPage = (source: string) => /export (?:async )?function action\b/.test(source) && /export default/.test(source);

/** Verbs that a page names after it took them in. */
function calledBy(file: string): string[] {
  const source = read(file);
  const taken = [...source.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)].flatMap(([, names = "", from = ""]) => {
    const place = from.startsWith("#app/") ? from.slice(1) : path.join(path.dirname(file), from);
    return names.split(",").map((name) => ({ name: name.trim(), file: place }));
  });
  return taken
    .filter((one) => verbs.some((verb) => verb.name === one.name && verb.file === one.file))
    .filter(({ name }) => new RegExp(`\\b${name}\\b[^"]*\\(`).test(source.slice(source.indexOf("export "))))
    .map(({ name }) => name);
}

describe("somebody or the clock was first", () => {
  it("O-31: every action that calls a verb which may find that out answers on its own page", () => {
    expect(verbs.length).toBeGreaterThan(60);
    const pages = (routes as { file: string }[])
      .map(({ file }) => path.join("app", file))
      .filter((file) => isPage(read(file)));
    const found = pages.map((file) => ({ file, called: calledBy(file) })).filter(({ called }) => called.length > 0);
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ file }) => !/conflictIn\(|instanceof Conflict/.test(read(file)))).toEqual([]);
  });
});

type Action = (given: { request: Request; params: object; context: object }) => Promise<unknown>;
type Answer = { data?: { conflict?: string | null; typed?: object }; init?: { status: number } };

async function post(action: unknown, cookie: string, params: object, fields: Record<string, string>): Promise<Answer> {
  const body = new URLSearchParams(fields);
  const request = new Request("http://localhost/", { method: "POST", body, headers: { cookie } });
  return (await (action as Action)({ request, params, context: {} })) as Answer;
}
const told = { data: { conflict: "state_changed" }, init: { status: 409 } };

describe("pressed twice", () => {
  beforeEach(async () => {
    await freshDatabase();
  });

  it("O-31: the consent to be named is given and ended once, and the page says so", async () => {
    const { cookie, practice } = await aReader();
    for (const act of ["give_name", "end_name"]) {
      const fields = { act, practice: practice.id };
      expect(await post(practicePage, cookie, {}, fields)).toMatchObject({ status: 303 });
      expect(await post(practicePage, cookie, {}, fields), act).toMatchObject(told);
    }
  });

  it("O-31: a part is blocked and opened once, a link stopped once, and what was typed comes back", async () => {
    const { accountId } = await aClinician("BEH-001", "getij");
    await transaction(async (tx) => {
      await tx.update(accounts).set({ acceptedTerms: terms().version }).where(eq(accounts.id, accountId));
    });
    const cookie = await cookieOf(accountId, "app");
    const person = await aPerson();
    const part = await aPart(person, { content: { title: "Brief", text: "Tekst" } });
    await aCareRelation(person, "BEH-001");
    await aLink(person);
    const at = { environment: "getij", person: person.id, part: part.id };
    const reason = "De cliënt vroeg erom.";
    const tries = [
      [partPage, { act: "block", reason }, { ...told, data: { conflict: "state_changed", typed: { reason } } }],
      [partPage, { act: "lift" }, told],
      [clientPage, { why: "mistake", reason }, { ...told, data: { conflict: "state_changed", typed: { reason } } }],
    ] as const;
    for (const [page, fields, answer] of tries) {
      expect(await post(page, cookie, at, fields)).toMatchObject({ status: 303 });
      expect(await post(page, cookie, at, fields), JSON.stringify(fields)).toMatchObject(answer);
    }
  });
});
