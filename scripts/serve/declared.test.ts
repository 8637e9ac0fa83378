import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { declarations } from "./declared.ts";

type Module = Record<string, unknown>;
const shows = { loader: () => null };
const takes = { action: () => null };

/** A build of these pages, by path. */
const built = (pages: [path: string, module: Module][]) => {
  const all = pages.map(([path, module], i) => [`page-${i}`, { id: `page-${i}`, path, parentId: "root", module }]);
  return { routes: Object.fromEntries([["root", { id: "root", path: "", module: {} }], ...all]) } as ServerBuild;
};

describe("O-77 what a route declares", () => {
  const paths = (routes as { path?: string }[]).map(({ path }) => path ?? "");
  const shut = paths.filter((path) => path !== "*");
  const words = [...new Set(paths.flatMap((path) => path.split("/")).filter((part) => /^[^:*]/.test(part))), "x"];

  it("O-77: the rules found are those of the page that the framework finds, for every address of the house", () => {
    const declared = declarations(built(paths.map((path) => [path, { handle: { files: { largest: path } } }])));
    const framework = paths.map((path) => ({ path: `/${path}`, handle: path }));
    const filled = fc
      .tuple(fc.constantFrom(...shut), fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 8 }))
      .map(([path, parts]) => path.split("/").map((part, i) => (part.startsWith(":") ? parts[i]! : part)))
      .map((parts) => `/${parts.join("/")}`);
    const near = fc
      .tuple(filled, fc.constantFrom("", "/", "/x", ".data", "?x=/over"))
      .map((parts) => parts.join(""))
      .filter((address) => !address.includes("//"));
    fc.assert(
      fc.property(near, (address) => {
        const found = declared(address)?.files?.largest ?? "*";
        const { pathname } = new URL(address.replace(/\.data$/, ""), "http://here");
        expect([address, found]).toEqual([address, matchRoutes(framework, pathname)?.at(-1)?.route.handle]);
      }),
      {
        numRuns: 400,
        examples: [["/"], ["/nergens"], ["/RAPPORTAGES/Vergadering/tonen"], ["/rapportages/bestand/zorggroep"]],
      },
    );
  });

  it("O-77: without a word a page answers who looks, and takes a form where it has an action", () => {
    const declared = declarations(
      built([
        ["", shows],
        ["lijst", { default: () => null }],
        ["lijst/:id", { ...shows, ...takes }],
        ["uit", takes],
      ]),
    );
    expect(declared("/")?.allow).toEqual(["GET", "HEAD"]);
    expect(declared("/lijst")?.allow).toEqual(["GET", "HEAD"]);
    expect(declared("/lijst/1")).toEqual({ allow: ["GET", "HEAD", "POST"] });
    expect(declared("/uit")?.allow).toEqual(["POST"]);
    for (const address of ["/nergens", "/lijst/1/2", "//lijst", "/lijst%2f1"])
      expect(declared(address)).toBeUndefined();
  });

  it("O-77: a route with rules of its own has them, beside pages that have others", () => {
    const own = { from: "anybody", methods: ["PUT", "DELETE"] };
    const declared = declarations(
      built([
        ["zaak/:id", { ...shows, ...takes, handle: own }],
        ["zaak/nieuw", { ...shows, ...takes }],
      ]),
    );
    expect(declared("/zaak/1")).toEqual({ ...own, allow: ["GET", "HEAD", "PUT", "DELETE"] });
    expect(declared("/zaak/nieuw")).toEqual({ allow: ["GET", "HEAD", "POST"] });
  });
});
