import { config } from "#app/shared/config.server.ts";

/** First import of a command: a wrong setting ends it with one clear list, and without a stack. */
try {
  Reflect.get(config, "mode");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
