import { build, built } from "../scripts/run/build.ts";
import { demoWorld } from "./world.ts";

/** What is tested over HTTP is the production build of these sources; the invented world is made once and copied. */
export default async function made(): Promise<void> {
  if (!built() && !(await build())) throw new Error("the build failed");
  await demoWorld();
}
