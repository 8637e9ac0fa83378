import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm, textOf } from "#app/shared/form.ts";

const YEAR = 31_536_000;

/** Keeps the chosen display in a cookie and goes back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  stranger(request);
  const form = await readForm(request);
  const { act: theme } = readAct(
    form,
    { light: nothing, dark: nothing, device: nothing },
    { name: "weergave", absent: "device" },
  );
  const age = theme === "device" ? 0 : YEAR;
  const cookie = `weergave=${theme}; Path=/; Max-Age=${age}; Secure; HttpOnly; SameSite=Lax`;
  return redirect(safePath(textOf(form, "terug")), { status: 303, headers: { "Set-Cookie": cookie } });
}
