import { transaction } from "#db/client.server.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { findLink, type FoundLink } from "#app/platform/doors/links.server.ts";
import type { LinkActor, StrangerActor } from "#app/shared/actor.ts";
import { newId } from "#app/shared/ids.server.ts";
import { letters } from "./letters.ts";
import { mailApplicant, statusToken } from "./mail/post.server.ts";
import { requestById, type RequestRow } from "./request.server.ts";

export type OpenedStatus =
  | { state: "good"; actor: LinkActor; request: RequestRow }
  | { state: "expired" | "replaced"; newestAt: Date }
  | { state: "unknown" };

/** What the mailed link in this browser's cookie opens. Looking changes nothing (L01). */
export async function openStatus(actor: StrangerActor, request: Request): Promise<OpenedStatus> {
  const found = await foundIn(request);
  if (found.state === "unknown" || found.state === "used") return { state: "unknown" };
  if (found.state === "replaced") return { state: "replaced", newestAt: found.newestAt };
  if (found.state !== "good") return { state: "expired", newestAt: found.newestAt };
  const { kind: _, ...facts } = actor;
  const name = "aanvrager";
  return {
    state: "good",
    actor: { kind: "link", role: "applicant", subjectId: found.subjectId, name, ...facts },
    request: await requestById(found.subjectId),
  };
}

/** Mails a new link to the practice address of the request that an old link belongs to. @throws Limited after three in a day */
export async function renewStatusLink(request: Request): Promise<void> {
  const found = await foundIn(request);
  if (found.state === "unknown" || found.state === "used" || found.state === "good") return;
  await transaction(async (tx) => {
    await countLimit(tx, ["status_renew", found.subjectId], { max: 3, windowMs: 86_400_000 });
    const row = await requestById(found.subjectId, tx);
    const token = await statusToken(tx, row.id);
    await mailApplicant(tx, row, letters.newLink({ ...row, token }), newId());
  });
}

async function foundIn(request: Request): Promise<FoundLink> {
  const token = readCookie(request, "status");
  return token ? findLink("status", token) : { state: "unknown" };
}
