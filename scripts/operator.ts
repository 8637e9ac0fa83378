import "./configured.ts";
import path from "node:path";
import { config } from "#app/shared/config.server.ts";
import { areThere, keepUp } from "#app/platform/settings/in-force.server.ts";
import { DomainError, Invalid } from "#app/shared/errors.ts";
import { closeDatabase } from "#db/client.server.ts";
import { standingOf } from "#db/migrate.server.ts";
import { actNamed } from "./operator/acts.ts";
import { read } from "./operator/read.ts";
import { texts } from "./operator/texts.ts";

/**
 * `npm run operator -- <what> …`: people of the operator, people of environments, and care groups. Ends with 0 when it is
 * done, with 1 when a rule refuses it, with 2 when it was asked in a way that cannot be read.
 */
const language = process.env.LANG?.startsWith("nl") ? "nl" : "en";
const words = texts[language];

/** Says what is wrong, one line each, and how to ask. */
function refuse(lines: string[], code: 1 | 2): void {
  for (const line of lines) console.error(line);
  if (code === 2) console.error(words.seeHelp);
  process.exitCode = code;
}

const given = process.argv.slice(2);
const { words: named, options } = read(given);
const act = actNamed(named);
if (given.includes("--help") || named[0] === "help") console.log(words.help());
else if (!act) refuse([named.length === 0 ? words.nothing : words.unknown(named.join(" "))], 2);
else if (standingOf(path.join(config.dataDir, "zorgpoort.db")).kind !== "current") refuse([words.migrate], 1);
else if ((await keepUp(), !areThere())) refuse([words.settings], 1);
else {
  try {
    for (const line of await act(options, language)) console.log(line);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error instanceof Invalid)
      refuse(
        Object.entries(error.fields).map(([option, code]) => words.field(option, code)),
        2,
      );
    else refuse([words.refused(error.code)], 1);
  } finally {
    await closeDatabase();
  }
}
