import { beforeEach, expect, it } from "vitest";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import { Limited } from "#app/shared/errors.ts";
import { db } from "#db/client.server.ts";
import { suggestions } from "#db/schema/desk.ts";
import { freshDatabase } from "#tests/database.ts";
import { somebody } from "#tests/registration-world.ts";
import { newestSuggestions } from "./list.server.ts";
import { suggest } from "./suggest.server.ts";

const given = { page: "/registreren/gegevens", mail: "Er is een suggestie.", title: "Suggestie" };

beforeEach(async () => {
  await freshDatabase();
});

it("I-15 A7: a suggestion reaches the desk with page and role; the mail leads there and says nothing of it", async () => {
  await suggest(somebody, { ...given, message: "Waar vind ik mijn AGB-code?" });
  await suggest(somebody, { ...given, message: "Groter graag." });
  const seen = await newestSuggestions();
  expect(seen.map(({ message, page, role }) => [message, page, role])).toEqual([
    ["Groter graag.", "/registreren/gegevens", "stranger"],
    ["Waar vind ik mijn AGB-code?", "/registreren/gegevens", "stranger"],
  ]);
  await deliverDue();
  const [mail] = await devInbox(operator().desk.email);
  expect(mail?.text).toContain("/servicedesk/suggesties");
  expect(mail?.text).not.toContain("AGB");
});

it("C01 A7: what was written is not plain in the database", async () => {
  await suggest(somebody, { ...given, message: "Mevrouw Jansen wacht." });
  expect(JSON.stringify(await db.select().from(suggestions))).not.toContain("Jansen");
});

it("A03 A7: somebody who sends and sends is stopped", async () => {
  for (let i = 0; i < 10; i++) await suggest(somebody, { ...given, message: `${i}` });
  await expect(suggest(somebody, { ...given, message: "11" })).rejects.toBeInstanceOf(Limited);
});
