import { expect, it } from "vitest";
import { receiveForm } from "./receive.server.ts";

const posted = (sizes: number[]) => {
  const body = new FormData();
  for (const [at, size] of sizes.entries()) body.append("file", new File([new Uint8Array(size)], `${at}.pdf`));
  return new Request("http://localhost/", { method: "POST", body });
};
const taken = (sizes: number[]) =>
  receiveForm(posted(sizes), 100_000, ({ files }) =>
    Promise.resolve(files.map(({ size, tooLarge }) => (tooLarge ? "too large" : size))),
  );

it("M-93: all files of a form together take no more of the disk than one may", async () => {
  expect(await taken([100_000])).toEqual([100_000]);
  expect(await taken([60_000, 40_000])).toEqual([60_000, 40_000]);
  expect(await taken([60_000, 60_000, 1_000])).toEqual([60_000, "too large", 1_000]);
  expect(await taken([100_001, 50_000])).toEqual(["too large", 50_000]);
});
