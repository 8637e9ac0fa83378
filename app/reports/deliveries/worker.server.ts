import { parentPort, workerData } from "node:worker_threads";
import { buildRelease, type BuildOrder } from "./build-release.server.ts";
import type { FromWorker } from "./run-worker.server.ts";

const say = (message: FromWorker) => parentPort?.postMessage(message);
say(buildRelease(workerData as BuildOrder, (step, share) => say({ step, share })));
