/** Name of a browser and system, from what it says of itself. */
export function browserOf(client: string): string {
  const browser = ["Edg", "Firefox", "Chrome", "Safari"].find((name) => client.includes(name)) ?? "Browser";
  const system = ["Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux"].find((name) => client.includes(name));
  return [browser.replace("Edg", "Edge"), system].filter(Boolean).join(" · ");
}
