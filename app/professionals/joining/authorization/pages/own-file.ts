import type { LoaderFunctionArgs } from "@remix-run/node";
import { authorizationsOf, signedFile } from "#app/professionals/joining/authorization/standing.server.ts";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requirePractitioner } from "#app/platform/rights/guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { whichFile } from "./which-file.ts";

/** The sealed document or its evidence, for the practitioner who signed it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  const own = (await authorizationsOf(actor.accountId)).find((one) => one.id === params.id);
  if (!own) throw new NotFound();
  return fileAnswer(await signedFile(own.id, whichFile(params.file)), "attachment");
}
