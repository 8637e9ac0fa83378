import { fileName } from "./file-names.ts";
import { sendFiles, type Tell } from "./send-files.ts";

/** In the browser: makes the form send its files in pieces that go on after a broken line. */
const form = document.querySelector<HTMLFormElement>("form#upload");
const words = JSON.parse(form?.dataset.words ?? "{}") as Record<string, string>;
const part = (id: string) => document.getElementById(id);

function lines(texts: string[]): void {
  part("upload-faults")?.replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    }),
  );
}

function going(on: boolean): void {
  part("upload-going")?.toggleAttribute("hidden", !on);
  form?.querySelector("button")?.toggleAttribute("disabled", on);
}

const tell: Tell = ({ name, share, waiting }) => {
  const [label, bar] = [part("upload-name"), part("upload-progress")];
  if (label) label.textContent = name;
  if (bar instanceof HTMLProgressElement) bar.value = share * 100;
  part("upload-waiting")?.toggleAttribute("hidden", !waiting);
};

async function send(files: File[]): Promise<void> {
  if (files.length === 0) return lines([words.none ?? ""]);
  if (files.some(({ name }) => !fileName(name))) return lines([words.unknown_file ?? ""]);
  lines([]);
  going(true);
  const sent = await sendFiles(files, tell).catch(() => ({ error: "broken" }));
  if ("to" in sent) return window.location.assign(sent.to);
  going(false);
  lines("faults" in sent ? sent.faults : [words[sent.error] ?? sent.error]);
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const input = form.elements.namedItem("files");
  void send(input instanceof HTMLInputElement ? [...(input.files ?? [])] : []);
});
