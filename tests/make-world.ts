import { demoWorld } from "./world.ts";

/** `node tests/make-world.ts`: makes the invented world that tests copy, unless it is there. */
await demoWorld();
