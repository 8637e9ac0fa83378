import type { LoaderFunctionArgs } from "@remix-run/node";
import { lastSigned, signedFile } from "#app/professionals/joining/authorization/standing.server.ts";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { whichFile } from "./which-file.ts";

/** The sealed document or its evidence, for who holds the status link of the request. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  stranger(request);
  const token = readCookie(request, "status");
  const link = token ? await findLink("status", token) : { state: "unknown" as const };
  if (link.state !== "good") throw new NotFound();
  const signed = await lastSigned(link.subjectId);
  if (!signed) throw new NotFound();
  return fileAnswer(await signedFile(signed.id, whichFile(params.file)), "attachment");
}
