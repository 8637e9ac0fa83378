import "./ready.ts";
import { areThere, keepUp } from "#app/platform/settings/in-force.server.ts";

/** First import of a command that asks for settings: without them it ends with one clear line. */
await keepUp();
if (!areThere()) {
  console.error("Nothing was done: there are no settings yet: npm run settings -- import <file>.");
  process.exit(1);
}
