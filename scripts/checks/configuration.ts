import { read } from "./files.ts";

/** The table in the README names exactly the settings that the configuration reads. */
export function configurationTable(root = "."): string[] {
  const schema = /z\.object\(\{([\s\S]*?)\n\}\)/.exec(read("app/shared/environment.server.ts", root))?.[1] ?? "";
  const settings = [...schema.matchAll(/^\s+([A-Z][A-Z_]+):/gm)].map((match) => match[1]!);
  const table = [...read("README.md", root).matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map((match) => match[1]!);
  return [
    ...settings.filter((name) => !table.includes(name)).map((name) => `README.md: ${name} is missing from the table`),
    ...table.filter((name) => !settings.includes(name)).map((name) => `README.md: ${name} is no setting`),
  ];
}
