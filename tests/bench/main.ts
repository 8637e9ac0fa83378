import { build, built } from "../../scripts/run/build.ts";
import { benchImport } from "./import.ts";
import { benchPages } from "./pages.ts";
import { benchSignIn } from "./sign-in.ts";

/** `npm run bench [-- import|sign-in|pages]`: ratios against named floors, median of interleaved runs. */
const wanted = process.argv[2];
if (wanted && !["import", "sign-in", "pages"].includes(wanted)) {
  console.error("Benches: import, sign-in, pages");
  process.exit(1);
}
const misses: string[] = [];

function line(what: string, ratio: number, target: number, detail: string): void {
  const met = ratio <= target;
  if (!met) misses.push(what);
  console.log(
    `${met ? "met   " : "missed"}  ${ratio.toFixed(2).padStart(5)}  ≤ ${target.toFixed(1)}  ${what}  (${detail})`,
  );
}
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

if (!wanted || wanted === "sign-in") {
  const { ours, bare, ratio } = await benchSignIn();
  line("sign-in against the bare argon2 comparison", ratio, 1.3, `${ms(ours)} and ${ms(bare)}`);
}
if (!wanted || wanted === "import") {
  const { ours, shell, ratio } = await benchImport();
  line(
    "import of a national quarter against sqlite3 .import into the same keyed table",
    ratio,
    0.9,
    `${ms(ours)} and ${ms(shell)}`,
  );
}
if (!wanted || wanted === "pages") {
  if (!built() && !(await build())) throw new Error("the build failed");
  for (const { page, ours, react, bare, large } of await benchPages()) {
    line(
      `${page}, CPU per request, against React painting the same tree`,
      ours / react,
      1.6,
      `${ms(ours)} and ${ms(react)}`,
    );
    line(
      `${page}, CPU per request, against a bare server with template strings`,
      ours / bare,
      2.4,
      `${ms(ours)} and ${ms(bare)}`,
    );
    line(`${page}, with 5,000 practices against 50`, large / ours, 1.1, `${ms(large)} and ${ms(ours)}`);
  }
}
if (misses.length > 0) {
  console.log(`${misses.length} missed.`);
  process.exitCode = 1;
}
