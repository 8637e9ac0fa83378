import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { chooseClientLanguage } from "#app/clients/accounts/language.server.ts";
import { environments } from "#app/platform/settings/in-force.server.ts";
import { chooseLanguage } from "#app/platform/doors/language.server.ts";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { visitor } from "#app/platform/rights/guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm, textOf } from "#app/shared/form.ts";

const YEAR = 31_536_000;

/** Keeps the chosen language in a cookie, and with the account of who is signed in, and goes back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await visitor(request);
  const form = await readForm(request);
  const { act: language } = readAct(form, { nl: nothing, en: nothing }, { name: "taal", absent: "nl" });
  const back = safePath(textOf(form, "terug"));
  const environment = environments().find((one) => `${back}/`.startsWith(`/mijn/${one.id}/`));
  const client = environment ? await clientVisitor(request, environment) : null;
  if (client) await chooseClientLanguage(client, language);
  else if (actor && !environment) await chooseLanguage(actor, language);
  const cookie = `taal=${language}; Path=/; Max-Age=${YEAR}; Secure; HttpOnly; SameSite=Lax`;
  return redirect(back, { status: 303, headers: { "Set-Cookie": cookie } });
}
