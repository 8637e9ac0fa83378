import { build, built } from "../../scripts/run/build.ts";

/** What is tested over HTTP is the production build of these sources. */
export default async function makeBuild(): Promise<void> {
  if (!built() && !(await build())) throw new Error("the build failed");
}
