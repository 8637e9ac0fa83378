/** Which room may import which (house rules 1 and 2), for dependency-cruiser. Wings and rooms are read from disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const foldersOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

/** Folders right under `app/` that are no wing: the ground below the wings, and what stands on top of them. */
const GROUND = ["shared", "ui", "platform"];
const TOP = ["jobs", "site", "dev", "server"];
const wings = foldersOf("app").filter((name) => ![...GROUND, ...TOP].includes(name));
/** The platform from below: a room uses itself and the floors under its own. */
const PLATFORM = [["audit"], ["files", "settings", "pdf"], ["messages"], ["doors"], ["cases"], ["rights"]];
/** The reports wing from below: its rooms are steps from definition to page. */
const REPORTS = [
  ["definitions"],
  ["figures"],
  ["model"],
  ["charts", "format"],
  ["goals", "patients", "products"],
  ["deliveries", "exports", "pdf", "care-group", "meeting"],
  ["intake"],
  ["pages"],
];

const tests = "\\.test\\.tsx?$";
const outside = (path) => ({ path, pathNot: tests });
const oneOf = (names) => `(?:${names.join("|")})`;
const anyWing = `^app/${oneOf(wings)}/`;
const top = `^app/${oneOf(TOP)}/|^app/[^/]+$`;

const routes = readFileSync("app/routes.ts", { encoding: "utf8", flag: "a+" });
const pages = [...routes.matchAll(/["']([\w./-]+\.tsx?)["']/g)].map(
  (match) => `^app/${match[1].replace(/\./g, "\\.")}$`,
);

const forbid = (name, from, to) => ({ name, severity: "error", from, to });

/** A room of `folder` uses itself and the floors under its own; a room without a floor is refused. */
const floors = (folder, plan) => {
  const unknown = foldersOf(folder).filter((room) => !plan.flat().includes(room));
  if (unknown.length > 0) throw new Error(`${folder}: rooms without a floor: ${unknown.join(", ")}`);
  return plan.flatMap((rooms, floor) =>
    rooms.map((room) =>
      forbid(`${folder.slice("app/".length)}-${room}-uses-what-is-below`, outside(`^${folder}/${room}/`), {
        path: `^${folder}/`,
        pathNot: `^${folder}/${oneOf([room, ...plan.slice(0, floor).flat()])}/`,
      }),
    ),
  );
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid("no-circle", {}, { circular: true }),
    forbid("resolvable", {}, { couldNotResolve: true, pathNot: "^virtual:" }),
    forbid("never-remix", {}, { path: "^node_modules/remix/|^remix$" }),
    forbid("app-stands-alone", outside("^(app|db)/"), { path: "^(scripts|tests)/" }),
    forbid("scripts-without-tests", outside("^scripts/"), { path: "^tests/" }),
    forbid("db-is-lowest", outside("^db/"), { path: "^app/(?!shared/)" }),
    // Except the list of addresses, for its type alone.
    forbid("shared-is-low", outside("^app/shared/"), { path: "^app/(?!shared/|routes\\.ts$)" }),
    forbid("routes-by-type", outside("^app/shared/"), {
      path: "^app/routes\\.ts$",
      dependencyTypesNot: ["type-only"],
    }),
    forbid("ui-knows-no-feature", outside("^app/ui/"), { path: "^(db/|app/(?!ui/|shared/))" }),
    forbid("platform-knows-no-feature", outside("^app/platform/"), {
      path: `${anyWing}|${top}`,
    }),
    // A letter is data beside its words (record 0041): where the test of letters finds it, and sent by `send` alone.
    forbid(
      "letters-stand-in-letters",
      { path: "^app/", pathNot: `${tests}|/letters\\.ts$|^app/platform/messages/` },
      {
        path: "^app/platform/messages/letter\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "messages-go-by-send",
      { path: "^(app|scripts)/", pathNot: `${tests}|^app/platform/messages/` },
      {
        path: "^app/platform/messages/(frame|(outbox|mail|sms)\\.server)\\.ts$|node_modules/(nodemailer|messagebird)/",
        dependencyTypesNot: ["type-only"],
      },
    ),
    ...floors("app/platform", PLATFORM),
    ...floors("app/reports", REPORTS),
    forbid("wings-stand-apart", outside(`^app/(${oneOf(wings)})/`), { path: anyWing, pathNot: "^app/$1/" }),
    forbid("nothing-up", outside(anyWing), { path: top }),
    // Screens of a room are its own, except what stands in its folder `parts`; others call its verbs.
    forbid(
      "no-foreign-screens",
      { path: `^app/(${oneOf(wings)}/[^/]+)/`, pathNot: `${tests}|^app/reports/` },
      { path: `${anyWing}.*\\.tsx$`, pathNot: "^app/$1/|/parts/|^app/clients/frame/" },
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
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
