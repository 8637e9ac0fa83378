/**
 * Options of the Remix plugin; vite.config.ts imports them.
 * `v3_lazyRouteDiscovery` stays off: with it on, one GET of /__manifest holds the process for most of a second.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    v3_lazyRouteDiscovery: false,
  },
};
