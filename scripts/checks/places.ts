import { existsSync } from "node:fs";
import path from "node:path";
import { read } from "./files.ts";

/** Pages that lead a newcomer. */
const GUIDES = ["README.md", "CONTRIBUTING.md"];

/** Where a guide leads is there, and holds the name that it gives beside the link. */
export function places(root = "."): string[] {
  return GUIDES.filter((guide) => existsSync(path.join(root, guide))).flatMap((guide) => {
    const text = read(guide, root);
    const gone = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map((match) => match[1]!)
      .filter((file) => !existsSync(path.join(root, file)))
      .map((file) => `${guide}: ${file} is not there`);
    const renamed = [...text.matchAll(/`(\w+)`[^|`[\]]* in \[[^\]]+\]\(([^)\s]+\.tsx?)\)/g)]
      .filter(([, name, file]) => existsSync(path.join(root, file!)) && !read(file!, root).includes(name!))
      .map(([, name, file]) => `${guide}: ${file!} has no ${name!}`);
    return [...gone, ...renamed];
  });
}
