import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { accounts, termsAcceptances } from "#db/schema/doors.ts";
import { Conflict } from "#app/shared/errors.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAccount } from "#tests/factories.ts";
import { signedIn } from "#tests/practice-world.ts";
import { answerTerms, termsHash } from "./terms.server.ts";

beforeEach(() => freshDatabase());

test("O-60: what was accepted is the version that was on the screen; another one in force meanwhile is asked anew", async () => {
  const actor = await signedIn(await anAccount({ acceptedTerms: null }));
  await expect(answerTerms(actor, "0.9", true)).rejects.toThrow(new Conflict("terms_changed"));
  await expect(answerTerms(actor, "", true)).rejects.toThrow(new Conflict("terms_changed"));
  expect(await db.select().from(termsAcceptances)).toEqual([]);
  expect(await db.select({ accepted: accounts.acceptedTerms }).from(accounts)).toEqual([{ accepted: null }]);

  await answerTerms(actor, terms().version, true);
  const [row] = await db.select().from(termsAcceptances);
  expect(row).toMatchObject({ version: terms().version, hash: termsHash(), accepted: true });
  expect(await db.select({ accepted: accounts.acceptedTerms }).from(accounts)).toEqual([{ accepted: terms().version }]);
});
