import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Letter } from "#app/platform/messages/letter.ts";
import { mailOf, textOf } from "#app/platform/messages/send.server.ts";
import { entrances, environments, operator } from "#app/platform/settings/in-force.server.ts";
import { ownFiles } from "../scripts/checks/files.ts";

/** Every letter of the house, as its room keeps it: `letters` in a file `letters.ts`. */
type Found = { examples: Record<string, Letter> };
type Shelf = { [name: string]: Found | Shelf };
const isFound = (one: Found | Shelf): one is Found => typeof one === "function";
const flat = (shelf: Shelf): Found[] => Object.values(shelf).flatMap((one) => (isFound(one) ? [one] : flat(one)));

const files = ownFiles("app").filter((file) => file.endsWith("/letters.ts") && file !== "app/shared/letters.ts");
const rooms = await Promise.all(
  files.map(async (file) => ((await import(path.resolve(file))) as { letters: Shelf }).letters),
);
const examples = rooms
  .flatMap(flat)
  .flatMap(({ examples }) =>
    Object.entries(examples).map(([name, letter]) => ({ letter, name: `${letter.kind} ${name}`.trim() })),
  );
const both = examples.flatMap((one) => (["nl", "en"] as const).map((language) => ({ ...one, language })));

/** Longer is cut off in a list of mails. */
const LONGEST_SUBJECT = 70;
const LEFT_OVER = /undefined|\bnull\b|NaN|\[object|\$\{|\/:\w/;
/** Names of organisations, and of people in the examples who are not the reader. */
const NAMES = /Getij|Linde|Buurtkring|Sanne|Petra Vonk/i;
const CARE =
  /diagnos|(?<!in )behandel|medic(?:ij|at|in)|psych|ggz|therap|huisarts|ziek|klinie|\bclinic\b|disease|mental|treatment/i;
const OWN_COLOUR = "#156873";
const bare = (text: string) => text.replace(/https?:\S+/g, "").replace(/\S+@\S+/g, "");

test("O-55 O-75 every letter is found, under a name of its own", () => {
  expect(files.length).toBeGreaterThan(3);
  const names = examples.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe.each(both)("O-55 $name, $language", ({ letter, language }) => {
  const mail = mailOf(letter, { language, environmentId: "delinde" });

  test("O-55 says what it said", () => {
    const text = letter.text
      ? `\n\n— as a text message:\n${textOf(letter, { language, environmentId: "delinde" })}`
      : "";
    expect(`${mail.subject}\n\n${mail.text}${text}`).toMatchSnapshot();
  });

  test("O-55 has a subject that fits, and nothing left open", () => {
    expect(mail.subject).not.toBe("");
    expect(mail.subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(LEFT_OVER);
  });

  test("O-55 keeps to itself what it should", () => {
    if (letter.neutral || letter.speaksFor === "environment") {
      expect(mail.subject).not.toMatch(NAMES);
      expect(mail.subject).not.toMatch(CARE);
    }
    if (letter.neutral) {
      expect(bare(mail.text)).not.toMatch(NAMES);
      expect(bare(mail.text)).not.toMatch(CARE);
    }
  });
});

test("O-55 each letter has words of its own in both languages, except those to the desk, which works in Dutch", () => {
  for (const { letter } of examples) {
    const [nl, en] = (["nl", "en"] as const).map(
      (language) => mailOf(letter, { language, environmentId: "delinde" }).text,
    );
    if (letter.to !== "desk") expect(nl, letter.kind).not.toBe(en);
  }
});

describe("O-56 a letter speaks for one", () => {
  const client = examples.find(({ name }) => name === "client_accepted")!.letter;
  test.each(environments().map((one) => [one.id, one] as const))(
    "O-56 for %s in its own colour, with its own desk, and neither sender nor subject tells which",
    (environmentId, { brand, desk, name, shortName }) => {
      const { html, text, sender = "", subject } = mailOf(client, { language: "nl", environmentId });
      expect(html).toContain(`background:${brand[600]}`);
      expect(html).not.toContain(OWN_COLOUR);
      expect(text).toContain(`${desk.phone}, ${desk.email}`);
      expect(text).not.toContain(operator().desk.phone);
      expect(entrances().map((one) => one.name)).toContain(sender);
      for (const part of [sender, subject, bare(text)]) {
        expect(part).not.toContain(name);
        expect(part).not.toContain(shortName);
      }
    },
  );

  test("O-56 for the operator in its colour, with its desk, from the address as it is set", () => {
    const { letter } = examples.find(({ name }) => name === "request_receipt")!;
    const { html, text, sender } = mailOf(letter, { language: "nl", environmentId: "getij" });
    expect(html).toContain(`background:${OWN_COLOUR}`);
    expect(text).toContain(operator().desk.phone);
    expect(sender).toBeUndefined();
  });
});

test("O-74 what goes to a client speaks for an environment, and everything else for the operator", () => {
  for (const { letter, name } of examples)
    expect(letter.speaksFor, name).toBe(letter.to === "client" ? "environment" : "operator");
});

test("O-55 what goes to a client is neutral, but for the terms that name the organisation they are of", () => {
  const told = examples.filter(({ letter }) => letter.to === "client" || letter.to === "staff");
  expect(told.filter(({ letter }) => !letter.neutral).map(({ name }) => name)).toEqual(["client_terms"]);
});
