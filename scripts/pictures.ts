import { rmSync } from "node:fs";
import { build, built } from "./run/build.ts";
import { journeys } from "./run/counts.ts";

/**
 * `npm run pictures`: the journeys once more, with pictures of their pages at two widths in `test-output/shots` and all
 * of them on one page, `test-output/contact-sheet.html`. `npm test` takes none: they cost a third of its time.
 */
process.env.PICTURES = "1";
rmSync("test-output/shots", { recursive: true, force: true });
if (!built() && !(await build())) process.exit(1);
const { passed, failed } = await journeys();
console.log(`${passed} passed, ${failed} failed; the pictures: test-output/contact-sheet.html`);
process.exitCode = failed === 0 ? 0 : 1;
