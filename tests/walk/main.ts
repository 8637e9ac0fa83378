import { compare } from "./compare.ts";
import { record } from "./record.ts";

/** `npm run walk -- record <folder>` keeps every page of a fresh demo; `-- compare <a> <b>` tells where two walks differ. */
const [act, ...folders] = process.argv.slice(2);
if (act === "record" && folders[0]) {
  process.env.MODE = "test";
  process.env.LOG_LEVEL = "error";
  await record(folders[0]);
} else if (act === "compare" && folders[0] && folders[1]) process.exitCode = compare(folders[0], folders[1]) ? 0 : 1;
else {
  console.error("npm run walk -- record <folder> | compare <folder> <folder>");
  process.exitCode = 1;
}
