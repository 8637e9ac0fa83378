import type { Answer, Visitor } from "./http.ts";
import type { RunningServer } from "./server.ts";

/** Hidden fields of the form that leads to DigiD. */
function fieldsOf(page: string): { action: string; fields: Record<string, string> } {
  const action = /<form[^>]*action="(http[^"]+)"/.exec(page)?.[1] ?? "";
  const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name ?? "", (value ?? "").replaceAll("&#x3D;", "=").replaceAll("&amp;", "&")] as const,
  );
  return { action: action.replaceAll("&amp;", "&"), fields: Object.fromEntries(fields) };
}

/**
 * Signs a visitor in through the simulator beside the server, without its steps in between.
 * @returns the answer to the way back: a redirect into the portal
 */
export async function throughDigid(
  visitor: Visitor,
  server: RunningServer,
  environment: string,
  person: Record<string, string>,
): Promise<Answer> {
  const begun = await visitor.post(`/mijn/${environment}/digid`, {});
  const { action, fields } = fieldsOf(begun.text);
  const shown = await fetch(action, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const page = new URL(shown.headers.get("location") ?? "", server.digid);
  const body = new URLSearchParams({ action: "login", method: "direct", level: "25", ...person });
  const done = await fetch(page, { method: "POST", body, redirect: "manual" });
  const back = new URL(done.headers.get("location") ?? "");
  return visitor.get(back.pathname + back.search);
}
