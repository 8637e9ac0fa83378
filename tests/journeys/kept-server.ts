import { openPostOffice, type PostOffice } from "#tests/post.ts";
import type { RunningServer } from "#tests/server.ts";

/** The server that tests of one file share, with the mail server it sends to. */
export type Kept = {
  /** A mail server for one test, or that of a file, without the mails of the test before. */
  post: (file: string | undefined) => Promise<PostOffice>;
  /** The server of the file that asked for a mail server last; started when there is none yet. */
  server: (start: () => Promise<RunningServer>) => Promise<RunningServer>;
  end: () => Promise<void>;
};

/** Keeps one server; the next file that asks gets another. */
export function oneAtATime(): Kept {
  let now: { file: string; post: PostOffice; server?: RunningServer } | undefined;
  async function end() {
    await now?.server?.remove();
    await now?.post.close();
    now = undefined;
  }
  return {
    async post(file) {
      if (file === undefined) return openPostOffice();
      if (now?.file !== file) {
        await end();
        now = { file, post: await openPostOffice() };
      }
      now.post.mails.length = 0;
      return now.post;
    },
    async server(start) {
      if (!now) throw new Error("ask for the mail server first");
      return (now.server ??= await start());
    },
    end,
  };
}
