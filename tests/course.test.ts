import { expect, it } from "vitest";
import { accountCase } from "#app/clients/accounts/match/account-case.server.ts";
import { cases } from "#app/clients/requests/request-case.server.ts";
import { mayRead, entryOf } from "#app/platform/audit/events/catalogue.ts";
import type { Reader } from "#app/platform/audit/events/entry.ts";
import type { Transitions } from "#app/platform/cases/kind.ts";
import { employeeCase } from "#app/professionals/practices/employees/employee-case.server.ts";

/** Every kind whose page tells its course from the log, and who reads that page. */
const read: [{ steps: Transitions }, Reader[]][] = [
  [employeeCase, ["operator"]],
  [cases.practice, ["client", "clinic"]],
  [cases.record, ["client", "clinic"]],
  [accountCase, ["clinic"]],
];

it("O-85: whoever reads the page of a case may read every step of it, and none of its looks", () => {
  for (const [{ steps }, readers] of read)
    for (const { event } of Object.values(steps))
      for (const reader of readers) expect([event, mayRead(event, reader)]).toEqual([event, true]);
  for (const look of ["client.account_look", "client.match_look", "client.sign_in", "correction.look", "change.look"])
    expect([look, entryOf(look)?.reader]).toEqual([look, "client"]);
});
