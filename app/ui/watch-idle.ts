/**
 * In the browser: warns two minutes before the session is over, and clears the screen when it is. The page stays while
 * somebody answers; what is typed in a form with `data-draft` is kept, and given back after signing in again.
 */
const box = document.querySelector<HTMLDialogElement>("dialog#idle");
const WARNING_S = 120;
let timers: ReturnType<typeof setTimeout>[] = [];

const form = document.querySelector<HTMLFormElement>("form[data-draft]");

function leave(): void {
  const back = form ? `&terug=${encodeURIComponent(location.pathname + location.search)}` : "";
  location.replace((box?.dataset.door ?? "/") + back);
}

async function warn(): Promise<void> {
  box?.showModal();
  if (!form) return;
  const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  await fetch(`${box?.dataset.keep}?plaats=${encodeURIComponent(form.dataset.draft ?? "")}`, {
    method: "POST",
    body: fields,
    redirect: "manual",
  });
}

function watch(seconds: number): void {
  for (const timer of timers) clearTimeout(timer);
  const warning = setTimeout(() => void warn().catch(() => undefined), Math.max(0, seconds - WARNING_S) * 1000);
  timers = [warning, setTimeout(leave, (seconds + 1) * 1000)];
}

async function stay(): Promise<void> {
  const answer = await fetch(box?.dataset.stay ?? "", {
    method: "POST",
    body: new URLSearchParams(),
    redirect: "manual",
  });
  if (!answer.ok) return leave();
  const { seconds } = (await answer.json()) as { seconds: number };
  box?.close();
  watch(seconds);
}

box?.querySelector("button[data-stay]")?.addEventListener("click", () => void stay().catch(leave));
box?.addEventListener("cancel", () => void stay().catch(leave));
// A page that the browser kept whole would show again after signing out (ASVS 14.3.1).
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
if (box) watch(Number(box.dataset.seconds));
