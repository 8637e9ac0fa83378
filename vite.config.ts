import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import options from "./remix.config.js";

/** In development what `serve` does before each request: settings that were changed meanwhile are taken over. */
const settings: Plugin = {
  name: "settings",
  configureServer(server) {
    server.middlewares.use((_request, _response, next) => {
      server
        .ssrLoadModule("/app/platform/settings/in-force.server.ts")
        .then((module) => (module as { keepUp: () => Promise<unknown> }).keepUp())
        .then(() => next(), next);
    });
  },
};

export default defineConfig({
  plugins: [settings, tailwindcss(), remix(options)],
  // Inlined assets would become data: addresses, which the content security policy refuses.
  // Node reads the package.json of drizzle-orm (180 kB) again for each of its 150 files: half of the start of a process.
  ssr: { noExternal: ["drizzle-orm"] },
  build: { assetsInlineLimit: 0, target: "es2022", sourcemap: false },
});
