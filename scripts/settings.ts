import "./ready.ts";
import { readFileSync, writeFileSync } from "node:fs";
import { changeSettings } from "#app/platform/settings/change.server.ts";
import { keepUp } from "#app/platform/settings/in-force.server.ts";
import { settingsFile } from "#app/platform/settings/file.server.ts";
import { SettingsRefused } from "#app/platform/settings/refused.ts";
import { judgedFile } from "#app/platform/settings/rows.ts";
import { DomainError } from "#app/shared/errors.ts";
import { closeDatabase } from "#db/client.server.ts";
import { allowed, environmentsInUse } from "./settings/allowed.ts";
import { asker } from "./operator/fields.ts";
import { texts } from "./settings/texts.ts";

/**
 * `npm run settings -- export <file>` and `-- import <file> [--asked-by <address>] [--try]`. Ends with 0 when it is done,
 * with 1 when the file is refused, with 2 when it was asked in a way that cannot be read.
 */
const words = texts[process.env.LANG?.startsWith("nl") ? "nl" : "en"];
const [act, file, ...options] = process.argv.slice(2);

/** Says why nothing was changed, each reason on a line of its own. */
function refuse(code: 1 | 2, ...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = code;
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as unknown;
  } catch (error) {
    throw new SettingsRefused([{ path: "", code: error instanceof SyntaxError ? "no_json" : "no_file" }]);
  }
}

async function take(path: string): Promise<void> {
  const at = options.indexOf("--asked-by");
  const actor = { ...(await asker(at < 0 ? undefined : (options[at + 1] ?? ""))), name: "settings" };
  const { value, faults } = judgedFile(read(path));
  if (!value) throw new SettingsRefused(faults);
  const { format: _, ...given } = value;
  const trying = options.includes("--try");
  const changes = await changeSettings(actor, () => given, {
    allow: allowed(actor),
    inUse: environmentsInUse,
    trying,
  });
  for (const change of changes) for (const line of words.change(change)) console.log(line);
  console.log(changes.length === 0 ? words.same : trying ? words.tried : words.done(changes[0]?.revision ?? 0));
}

const unread = options.filter((one, at) => one !== "--try" && one !== "--asked-by" && options[at - 1] !== "--asked-by");
try {
  await keepUp();
  if (!file || unread.length > 0 || (act !== "export" && act !== "import")) refuse(2, words.usage);
  else if (act === "import") await take(file);
  else {
    writeFileSync(file, `${JSON.stringify(await settingsFile(), null, 2)}\n`, { flag: "wx" });
    console.log(words.written(file));
  }
} catch (error) {
  if (error instanceof SettingsRefused) refuse(1, ...error.faults.map(words.fault), words.nothing);
  else if (error instanceof DomainError) refuse(1, words.refused(error.code), words.nothing);
  else if ((error as NodeJS.ErrnoException).code === "EEXIST") refuse(1, words.exists(file ?? ""));
  else throw error;
} finally {
  await closeDatabase();
}
