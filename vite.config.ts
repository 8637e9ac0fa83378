import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import options from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(options)],
  // Inlined assets would become data: addresses, which the content security policy refuses.
  // Node reads the package.json of drizzle-orm (180 kB) again for each of its 150 files: half of the start of a process.
  ssr: { noExternal: ["drizzle-orm"] },
  build: { assetsInlineLimit: 0, target: "es2022", sourcemap: false },
});
