/** Which room may import which (house rules 1 and 2), for dependency-cruiser. */
import { readFileSync } from "node:fs";

const FEATURES =
  "registration|authorization|servicedesk|practices|reports|portal|clients|records|corrections|clinicians|network|household|minors|broker|fhir|identity|suggestions";
const feature = `^app/(${FEATURES})/`;
const tests = "\\.test\\.tsx?$";
const outside = (path) => ({ path, pathNot: tests });

const routes = readFileSync("app/routes.ts", { encoding: "utf8", flag: "a+" });
const pages = [...routes.matchAll(/["']([\w./-]+\.tsx?)["']/g)].map(
  (match) => `^app/${match[1].replace(/\./g, "\\.")}$`,
);

const forbid = (name, from, to) => ({ name, severity: "error", from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid("no-circle", {}, { circular: true }),
    forbid("resolvable", {}, { couldNotResolve: true, pathNot: "^virtual:" }),
    forbid("never-remix", {}, { path: "^node_modules/remix/|^remix$" }),
    forbid("app-stands-alone", outside("^(app|db)/"), { path: "^(scripts|tests)/" }),
    forbid("scripts-without-tests", outside("^scripts/"), { path: "^tests/" }),
    forbid("db-is-lowest", outside("^db/"), { path: "^app/(?!shared/)" }),
    forbid("shared-is-low", outside("^app/shared/"), { path: "^app/(?!shared/)" }),
    forbid("ui-knows-no-feature", outside("^app/ui/"), { path: "^(db/|app/(?!ui/|shared/|environments/))" }),
    forbid("middle-knows-no-feature", outside("^app/(notifications|audit|files|environments)/"), { path: feature }),
    forbid("rights-know-identity-only", outside("^app/rights/"), {
      path: feature,
      pathNot: "^app/(identity|clients)/",
    }),
    // Screens, queries and parts of a room are its own; others call its verbs.
    forbid(
      "no-foreign-screens",
      { path: feature, pathNot: tests },
      { path: `${feature.replace(/\/$/, "")}/.*\\.tsx$`, pathNot: "^app/$1/" },
    ),
    forbid(
      "pages-only-from-routes",
      { pathNot: `${tests}|^app/routes\\.ts$|^tests/` },
      { path: pages.length > 0 ? pages : "^$" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|test-output)/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
