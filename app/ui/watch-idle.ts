/**
 * In the browser: warns two minutes before the session is over, and clears the screen when it is. Where nothing is
 * typed a page also leaves by itself; here the page stays, so that nothing typed is lost while somebody answers.
 */
const box = document.querySelector<HTMLDialogElement>("dialog#idle");
const WARNING_S = 120;
let timers: ReturnType<typeof setTimeout>[] = [];

function leave(): void {
  location.replace(box?.dataset.door ?? "/");
}

function watch(seconds: number): void {
  for (const timer of timers) clearTimeout(timer);
  const warn = setTimeout(() => box?.showModal(), Math.max(0, seconds - WARNING_S) * 1000);
  timers = [warn, setTimeout(leave, (seconds + 1) * 1000)];
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
