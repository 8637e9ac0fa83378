import type { Asked } from "#app/clients/records/read/record.server.ts";
import { own } from "#app/shared/own.ts";
import { texts } from "./texts.ts";

/** What an address asks of the record; what it does not know it leaves out. */
export function askedOf(url: string): Asked {
  const { searchParams } = new URL(url);
  const kind = searchParams.get("soort") ?? "";
  return {
    kind: own(texts.nl.record.kinds, kind) ? (kind as Asked["kind"]) : null,
    onlyNew: searchParams.get("nieuw") === "1",
    search: (searchParams.get("zoek") ?? "").trim().slice(0, 80),
  };
}
