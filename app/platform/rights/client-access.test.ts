import { describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import type { Category } from "#app/platform/settings/environment.ts";
import { accessTo } from "./client-access.ts";

const ALL: Category[] = ["profile", "appointments", "messages", "record", "documents"];
/** An environment that opens everything by both ways, and asks level 25 of DigiD. */
const generous = () => ({
  ...environmentOf("getij"),
  mailedCode: true,
  digid: { ...environmentOf("getij").digid, level: 25 as const },
  opens: { digid: ALL, mail: ALL },
});
const opened = (environment: ReturnType<typeof generous>, way: "digid" | "mail", level: number | null, bsn: boolean) =>
  ALL.filter((category) => accessTo(environment, { way, level }, category, bsn).open);

describe("F4 U-02: what each way of signing in opens", () => {
  it("F4: a mailed code never opens record or documents of who came in by BSN, whatever the environment says", () => {
    expect(opened(generous(), "mail", null, true)).toEqual(["profile", "appointments", "messages"]);
    expect(opened(generous(), "mail", null, false)).toEqual(ALL);
    for (const category of ["record", "documents"] as const)
      expect(accessTo(generous(), { way: "mail", level: null }, category, true)).toEqual({
        open: false,
        because: "bsn",
      });
  });

  it("F4: a mailed code opens nothing where the environment has no such door, and else what is listed", () => {
    expect(opened({ ...generous(), mailedCode: false }, "mail", null, false)).toEqual([]);
    const few = { ...generous(), opens: { digid: ALL, mail: ["messages" as const] } };
    expect(opened(few, "mail", null, false)).toEqual(["messages"]);
  });

  it("U-02: DigiD opens what is listed at the level of the environment and above, nothing below or without one", () => {
    for (const level of [25, 30]) expect(opened(generous(), "digid", level, true)).toEqual(ALL);
    for (const level of [null, 10, 20]) {
      expect(opened(generous(), "digid", level, true)).toEqual([]);
      expect(accessTo(generous(), { way: "digid", level }, "profile", false)).toEqual({
        open: false,
        because: "level",
      });
    }
    const few = { ...generous(), opens: { digid: ["record" as const], mail: ALL } };
    expect(opened(few, "digid", 25, true)).toEqual(["record"]);
  });
});
