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
const PLATFORM = [["audit"], ["files", "settings", "pdf"], ["messages"], ["doors"], ["rights"]];

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

const unknownRooms = foldersOf("app/platform").filter((room) => !PLATFORM.flat().includes(room));
if (unknownRooms.length > 0) throw new Error(`platform rooms without a floor: ${unknownRooms.join(", ")}`);

const platformFloors = PLATFORM.flatMap((rooms, floor) =>
  rooms.map((room) =>
    forbid(`platform-${room}-uses-what-is-below`, outside(`^app/platform/${room}/`), {
      path: "^app/platform/",
      pathNot: `^app/platform/${oneOf([room, ...PLATFORM.slice(0, floor).flat()])}/`,
    }),
  ),
);

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
      pathNot: "^app/clients/accounts/(?:sessions|child/own-door)\\.server\\.ts$",
    }),
    ...platformFloors,
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
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
