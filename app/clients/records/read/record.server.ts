import { transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { concerned, linkOf, type Opened, whyShut } from "./gate.server.ts";
import { logLook } from "./log-look.server.ts";
import { type ListedPart, type PartKind, type PartLists, partsOf } from "./parts.server.ts";

/** What of the record is asked for. */
export type Asked = { kind: PartKind | null; onlyNew: boolean; search: string };

/** The parts that were asked for, of so many in all. */
export type RecordLook = PartLists & { total: number; kinds: PartKind[]; newOnes: number };

/** The client's record as a list; one line in the log. Of a search the log keeps that it was one, and its hits. */
export async function lookAtRecord(
  actor: ClientActor,
  environment: Environment,
  asked: Asked,
): Promise<Opened<RecordLook>> {
  return transaction(async (tx) => {
    const person = await concerned(tx, actor, environment);
    const link = await linkOf(tx, person);
    const because = whyShut(environment, actor, "record", person, link);
    if (!person) return { open: false, because: "nobody", link };
    if (because) {
      await logLook(tx, actor, person, { event: "record.look", outcome: "refused", reason: because });
      return { open: false, because, link };
    }
    const lists = await partsOf(tx, actor, person);
    const parts = lists.parts.filter((part) => isAsked(part, asked));
    const detail = { parts: parts.length, kind: asked.kind, onlyNew: asked.onlyNew, search: asked.search !== "" };
    await logLook(tx, actor, person, { event: "record.look", detail });
    return {
      open: true,
      link,
      ...lists,
      parts,
      total: lists.parts.length,
      kinds: [...new Set(lists.parts.map(({ kind }) => kind))],
      newOnes: lists.parts.filter(({ isNew }) => isNew).length,
    };
  });
}

function isAsked(part: ListedPart, { kind, onlyNew, search }: Asked): boolean {
  if (kind && part.kind !== kind) return false;
  if (onlyNew && !part.isNew) return false;
  return search === "" || plain(part.title ?? "").includes(plain(search));
}

/** Without accents and capitals: people search as they speak. */
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
