import path from "node:path";
import { Worker } from "node:worker_threads";
import type { BuildOrder, Built, Step } from "./build-release.server.ts";

export type Progress = (step: Step, share: number) => void;
export type FromWorker = { step: Step; share: number } | Built;

/** Runs `buildRelease` in a thread of its own, so that a server goes on answering meanwhile. */
export function buildInWorker(order: BuildOrder, progress: Progress): Promise<Built> {
  return new Promise((resolve, reject) => {
    // Node runs the TypeScript source itself; a loader the parent was started with would only cost time.
    const worker = new Worker(path.resolve("app/reports/deliveries/worker.server.ts"), {
      workerData: order,
      execArgv: [],
      stdout: false,
    });
    worker.on("message", (message: FromWorker) => {
      if ("faults" in message) resolve(message);
      else progress(message.step, message.share);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`the import thread ended without an answer (${code})`)));
  });
}
