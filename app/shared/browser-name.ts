import bowser from "bowser";

/** A browser in words that its owner knows, such as `Chrome, Android`; empty when it says nothing known. */
export function browserName(agent: string, between = ", "): string {
  if (agent === "") return "";
  const { browser, os, platform } = bowser.parse(agent);
  const name = browser.name?.replace(/^Microsoft | for Android$/g, "");
  return [name, platform.model ?? os.name].filter(Boolean).join(between);
}
