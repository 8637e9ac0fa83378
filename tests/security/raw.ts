import { connect } from "node:net";
import type { RunningServer } from "#tests/server.ts";

/** Sends bytes as they are and gives back all that comes until the other side closes, or `ms` have passed. */
export function raw(server: Pick<RunningServer, "port">, bytes: string, ms = 3_000): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(end, ms);
    socket.on("data", (part) => (answer += part.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      end();
    });
  });
}

/** Status of a raw answer; 0 when there was none. */
export const statusOf = (answer: string) => Number(/^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1] ?? 0);
