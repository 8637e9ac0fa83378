import { MIB } from "./bytes.ts";

/** The most bytes that a form without files may have, on every page. */
export const LARGEST_FORM = MIB;

/**
 * What a route declares where it differs from the others: `export const handle = { … } satisfies RouteRules`. The server
 * holds each request to it before anything of its body is read (`scripts/serve`). A route that declares nothing answers
 * GET and HEAD where it has something to show and POST where it has an action, and takes forms of our own pages alone.
 */
export type RouteRules = {
  /** Sends client script; so its data have an address beside it. */
  script?: true;
  /** What its action answers, when that is not POST alone. */
  methods?: readonly ("POST" | "PUT" | "PATCH" | "DELETE")[];
  /** Takes what anybody sends, of any kind, and judges by itself who that is. */
  from?: "anybody";
  /**
   * Takes files, and brings them to the disk itself as they come, once it has looked who sends them: the most bytes that
   * they may have together, and with whom they share the room on the way.
   */
  files?: { largest: number; of: "strangers" | "accounts" };
};
