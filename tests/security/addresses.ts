import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import routes from "#app/routes.ts";

/** One line of `app/routes.ts` with values for its parameters. */
export type Address = {
  /** As written, with a slash in front: `/m/:token`. */
  pattern: string;
  path: string;
  /** Where the data of this page alone are asked, without those of the pages around it. */
  data: string;
  loader: boolean;
  action: boolean;
  /** Has a page to show. */
  page: boolean;
  /** Sends client script, and so has its data at an address beside it. */
  script: boolean;
  /** Takes files, and what anybody sends, as its module declares. */
  files: boolean;
  anybody: boolean;
};

const VALUES: Record<string, string> = {
  // The one with every way of signing in.
  environment: "delinde",
  token: "A".repeat(43),
  id: "01a20c91-a00b-7205-8158-c19926eaf76d",
  file: "machtiging.pdf",
  how: "bekijken",
  appointment: "01a20c91-a00b-7205-8158-c19926eaf76d",
  part: "01a20c91-a00b-7205-8158-c19926eaf76d",
  person: "01a20c91-a00b-7205-8158-c19926eaf76d",
  indicator: "dm_hba1c_registered",
  "*": "nergens/te/vinden",
};

/** A pattern with values for its parameters. */
export const fill = (pattern: string) =>
  pattern.replace(/:([a-z]+)|\*/gi, (whole, name: string | undefined) => VALUES[name ?? whole] ?? "x");

function exported(text: string, name: "loader" | "action"): boolean {
  return new RegExp(`export (?:async function|function|const) ${name}\\b`).test(text);
}

/** Every address of the site. */
export function addresses(): Address[] {
  return (routes as { file: string; path?: string; id?: string }[]).map((route) => {
    const file = path.join("app", route.file);
    if (!existsSync(file)) throw new Error(`${file} is not there`);
    const pattern = `/${route.path ?? ""}`;
    const filled = fill(pattern);
    const text = readFileSync(file, "utf8");
    const rules = /^export const handle = (.*) satisfies RouteRules;$/m.exec(text)?.[1] ?? "";
    const id = encodeURIComponent(route.id ?? route.file.replace(/\.tsx?$/, ""));
    return {
      pattern,
      path: filled,
      data: `${filled === "/" ? "/_root" : filled}.data?_routes=${id}`,
      loader: exported(text, "loader"),
      action: exported(text, "action"),
      page: /^export default /m.test(text),
      script: rules.includes("script: true"),
      files: rules.includes("files: {"),
      anybody: rules.includes('from: "anybody"'),
    };
  });
}
