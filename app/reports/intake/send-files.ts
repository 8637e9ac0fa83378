import { CHUNK } from "./file-names.ts";

export type Sent = { to: string } | { faults: string[] } | { error: string };
export type Tell = (state: { name: string; share: number; waiting: boolean }) => void;

const PATIENCE = 60;
const LONGEST_PAUSE_MS = 15_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends the files of a delivery in pieces. After a broken line it asks how far each file came and goes on from there; the
 * number of the upload is remembered in this browser, so that choosing the same files again later goes on too.
 */
export async function sendFiles(files: File[], tell: Tell): Promise<Sent> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const memory = `levering:${files.map(({ name, size, lastModified }) => `${name}/${size}/${lastModified}`).join(":")}`;
  const started = await begin(files, memory);
  if ("error" in started) return started;
  let offsets = started.offsets;
  for (const file of files) {
    let failed = 0;
    while ((offsets[file.name] ?? 0) < file.size) {
      const before = files.slice(0, files.indexOf(file)).reduce((sum, { size }) => sum + size, 0);
      const share = (before + (offsets[file.name] ?? 0)) / Math.max(1, total);
      tell({ name: file.name, share, waiting: failed > 0 });
      const answer = await piece(started.id, file, offsets[file.name] ?? 0).catch(() => undefined);
      if (answer?.ok) {
        failed = 0;
        offsets = ((await answer.json()) as { offsets: typeof offsets }).offsets;
        continue;
      }
      if (answer?.status === 413) return { error: "too_large" };
      if (answer && answer.status !== 409 && answer.status < 500) return { error: "broken" };
      if (++failed > PATIENCE) return { error: "broken" };
      tell({ name: file.name, share, waiting: true });
      await pause(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** Math.min(failed, 5)));
      offsets = (await offsetsOf(started.id).catch(() => undefined)) ?? offsets;
    }
  }
  const end = await fetch(`/leveringen/uploads/${started.id}/klaar`, { method: "POST", body: new URLSearchParams() });
  forget(memory);
  return end.ok || end.status === 422 ? ((await end.json()) as Sent) : { error: "broken" };
}

type Offsets = Record<string, number>;

async function begin(files: File[], memory: string): Promise<{ id: string; offsets: Offsets } | { error: string }> {
  const known = remembered(memory);
  const offsets = known && (await offsetsOf(known).catch(() => undefined));
  if (known && offsets) return { id: known, offsets };
  const body = new URLSearchParams(files.map(({ name, size }): [string, string] => [name, String(size)]));
  const answer = await fetch("/leveringen/uploads", { method: "POST", body }).catch(() => undefined);
  if (answer?.status === 413) return { error: "too_large" };
  if (!answer?.ok) return { error: "broken" };
  const { id } = (await answer.json()) as { id: string };
  remember(memory, id);
  return { id, offsets: {} };
}

async function offsetsOf(id: string): Promise<Offsets | undefined> {
  const answer = await fetch(`/leveringen/uploads/${id}`);
  return answer.ok ? ((await answer.json()) as { offsets: Offsets }).offsets : undefined;
}

function piece(id: string, file: File, offset: number): Promise<Response> {
  const body = new FormData();
  body.append(file.name, file.slice(offset, offset + CHUNK), file.name);
  return fetch(`/leveringen/uploads/${id}?offset=${offset}`, { method: "POST", body });
}

// Storage may be switched off; then a broken upload goes on only while the page is open.
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function remember(key: string, id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    return;
  }
}
function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}
