import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import options from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(options)],
  // Inlined assets would become data: addresses, which the content security policy refuses.
  build: { assetsInlineLimit: 0, target: "es2022", sourcemap: false },
});
