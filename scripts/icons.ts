import { readFileSync, writeFileSync } from "node:fs";

/** `node --import tsx scripts/icons.ts`: writes the sprite of the icons in use (Tabler, MIT). Run after adding a name. */
const NAMES = [
  "alert-triangle",
  "arrow-down-right",
  "arrow-left",
  "arrow-right",
  "arrow-up-right",
  "building-hospital",
  "chart-line",
  "check",
  "chevron-down",
  "circle-check",
  "circle-x",
  "clock",
  "download",
  "file-text",
  "filter",
  "help-circle",
  "home",
  "info-circle",
  "key",
  "language",
  "list-check",
  "lock",
  "logout",
  "mail",
  "menu-2",
  "message-circle",
  "minus",
  "moon",
  "phone",
  "plus",
  "printer",
  "refresh",
  "search",
  "settings",
  "shield-check",
  "signature",
  "sun",
  "user",
  "users",
  "x",
];
const symbols = NAMES.map((name) => {
  const svg = readFileSync(`node_modules/@tabler/icons/icons/outline/${name}.svg`, "utf8");
  const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1]?.replace(/\s+/g, " ").trim() ?? "";
  return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
});
writeFileSync("app/ui/icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
writeFileSync(
  "app/ui/icon-names.ts",
  `/** Written by scripts/icons.ts. */\nexport type IconName =\n${NAMES.map((n) => `  | "${n}"`).join("\n")};\n`,
);
