import { spawn } from "node:child_process";

/** Runs this Node with the arguments, output to this terminal. @returns whether it ended well */
export function shown(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: "inherit", env });
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}
