import "./ready.ts";
import { readFileSync } from "node:fs";
import { closeDatabase } from "#db/client.server.ts";
import { readRegisterBytes } from "#app/professionals/joining/agb/file.ts";
import { replaceRegister } from "#app/professionals/joining/agb/replace.server.ts";

/** `npm run import:agb -- <file.csv>`: makes the register table equal to the file, or changes nothing at all. */
const SHOWN = 50;

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const unread = (error as { code?: string }).code === "ENOENT" ? "is not there" : "cannot be read";
    return stop(`${file} ${unread}; nothing was changed.`);
  }
}

const file = process.argv[2];
if (!file) stop("Which file? npm run import:agb -- <file.csv>");
const register = readRegisterBytes(bytesOf(file));
if (register.faults.length === 0 && register.parties.length === 0)
  stop(`${file} holds no parties; nothing was changed.`);
if (register.faults.length > 0) {
  for (const { line, column, words } of register.faults.slice(0, SHOWN))
    console.error(`line ${line}, column ${column}: ${words}`);
  const more = register.faults.length > SHOWN ? ` (the first ${SHOWN} are shown)` : "";
  stop(
    `${file} has ${register.faults.length} fault${register.faults.length === 1 ? "" : "s"}${more}; nothing was changed.`,
  );
}
let shown = -1;
const result = await replaceRegister({ kind: "system", name: "import:agb" }, register, (done, total) => {
  const percent = Math.floor((100 * done) / total);
  if (percent === shown) return;
  shown = percent;
  process.stdout.write(
    `${process.stdout.isTTY ? "\r" : ""}${percent} % (${done} of ${total})${process.stdout.isTTY ? "" : "\n"}`,
  );
});
if (process.stdout.isTTY) process.stdout.write("\n");
console.log(
  `The register is up to date: ${result.added} added, ${result.changed} changed, ${result.removed} removed, ${result.unchanged} as they were.`,
);
await closeDatabase();
