import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { exampleText } from "#tests/example-authorization.ts";

/** Everything that is said on a page, in a mail or in terms: the files of words, and the settings that come along. */
const SETTINGS = "scripts/data/settings.json";
const spoken = readdirSync("app", { recursive: true })
  .map((one) => path.join("app", String(one)))
  .filter((file) => /(^|[/-])texts?\.ts$|tour-samples\.data\.ts$/.test(file))
  .concat(SETTINGS);

/**
 * Promises that nothing keeps yet, each with the flow that has to come with it (docs/promises.md). A sentence returns
 * together with its flow, and then leaves this list.
 */
const unkept: [flow: string, said: RegExp][] = [
  [
    "a page where a practice reads its log",
    /vastlegging lezen|read (that|the) log|logboek van de praktijk|log of the practice/i,
  ],
  ["withdrawing an authorization by the servicedesk", /intrekt?, in het portaal of via|intrekken”, of bel/i],
  ["ending by the register or by leaving", /AGB-register eindigt|dan stopt de machtiging ook/i],
  ["deleting figures of a practice", /na 90 dagen/i],
  ["never a name, beside a view with names", /nooit uw naam|never see your name/i],
  ["a mail to the clinician who is asked", /behandelaar krijgt (dan )?bericht|clinician is told that/i],
  [
    "the agreement for the connection",
    /sturen u de overeenkomst|send you the agreement|wij plannen|planning the connection/i,
  ],
  ["closing one's own account", /u kunt altijd stoppen|you can stop at any time|account laten sluiten/i],
  ["closing an account by the servicedesk", /wij sluiten uw account|we close your account/i],
  [
    "a network of people",
    /mensen in uw netwerk|people in your network|wie er in uw netwerk zit|who is in your network|in één netwerk|in one network/i,
  ],
  [
    "a call by the servicedesk after a refusal",
    /neemt contact met u op|nemen dan contact met u op|will contact you|will then contact you|and contacts you/i,
  ],
];

describe("what is said is kept", () => {
  it.each(unkept)("M-88: no page, mail, document or terms promises %s", (_, said) => {
    const found = spoken.filter((file) => said.test(readFileSync(file, "utf8")));
    expect(found).toEqual([]);
  });

  it("M-88: the words that are looked through are those of every room", () => {
    expect(spoken.length).toBeGreaterThan(40);
    expect(spoken).toEqual(
      expect.arrayContaining(["app/professionals/joining/authorization/document/text.ts", SETTINGS]),
    );
    expect(existsSync("docs/promises.md")).toBe(true);
  });

  it("M-88: the document to sign says how to stop in the portal, and that a name shows by own consent alone", () => {
    const said = JSON.stringify(exampleText());
    expect(said).toContain("Machtiging bekijken of intrekken");
    expect(said).toMatch(/naam van de praktijk zien andere praktijken van de zorggroep alleen als u daar zelf/);
    expect(said).toMatch(/elk moment stoppen/);
  });
});
