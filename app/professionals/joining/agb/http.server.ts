import { z } from "zod";
import { today } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { reportTrouble } from "#app/shared/report-error.server.ts";
import type { AgbRegister, Answer } from "./register.ts";
import { inSmallLetters, personAnswer, practiceAnswer, relationsAnswer } from "./service-answer.ts";
import { toPerson, toPractice, toRelations } from "./service-party.ts";

const TIMEOUT_MS = 4000;

/**
 * Asks once, for at most four seconds; anything but a good answer or a clear "not known" is `unreachable`, and the process
 * log says why, without what was answered.
 */
async function ask<T>(path: string, shape: z.ZodType<T>): Promise<Answer<T>> {
  const { url = "", token = "" } = config.agb ?? {};
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/v2/${path}`, {
      headers: { accept: "application/json", authorization: token },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return { state: "absent" };
    if (!response.ok) return unreachable(path, `status ${response.status}`);
    return { state: "found", value: shape.parse(inSmallLetters(await response.json())) };
  } catch (error) {
    return unreachable(path, reasonOf(error));
  }
}

function unreachable(path: string, why: string): { state: "unreachable" } {
  reportTrouble("agb_register", { path, why });
  return { state: "unreachable" };
}

/** Which fields did not fit, never what stood in them: an answer holds names of persons. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return `another shape at ${error.issues.map(({ path }) => path.join(".") || "the top").join(", ")}`;
  if (error instanceof SyntaxError) return "no JSON";
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return `no answer within ${TIMEOUT_MS} ms`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const map = <A, B>(answer: Answer<A>, change: (value: A) => B): Answer<B> =>
  answer.state === "found" ? { state: "found", value: change(answer.value) } : answer;

/** The official query service. A practice may be a legal entity or a location, so both are asked. */
export const serviceRegister: AgbRegister = {
  source: "register_service",
  async findPractitioner(agb) {
    return map(await ask(`zorgverleners/${agb}`, personAnswer), (found) => toPerson(found, today()));
  },
  async findPractice(agb) {
    const entity = await ask(`ondernemingen/${agb}`, practiceAnswer);
    if (entity.state !== "absent") return map(entity, (found) => toPractice("organisation", found, today()));
    return map(await ask(`vestigingen/${agb}`, practiceAnswer), (found) => toPractice("location", found, today()));
  },
  async relations(agb) {
    for (const kind of ["zorgverleners", "ondernemingen", "vestigingen"]) {
      const found = await ask(`${kind}/${agb}/relaties/totaal`, relationsAnswer);
      if (found.state !== "absent") return map(found, (answer) => toRelations(agb, answer));
    }
    return { state: "found", value: [] };
  },
};
