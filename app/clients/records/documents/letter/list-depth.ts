import type { Label } from "./numbering.ts";

type Place = Pick<Label, "list" | "level" | "indent">;

/** How deep the items of lists stand: by their level in one list, and by how far they stand in where lists follow each other. */
export class ListDepth {
  private above: Place[] = [];
  private broken = false;

  /** Other text comes in between. A list that was open may go on; another begins outside. */
  broke(): void {
    this.broken = true;
  }

  of({ list, level, indent }: Place): number {
    if (this.broken && !this.above.some((one) => one.list === list)) this.above = [];
    this.broken = false;
    for (let top = this.above.at(-1); top; top = this.above.at(-1)) {
      if (top.list === list ? level > top.level : indent > top.indent) break;
      this.above.pop();
    }
    this.above.push({ list, level, indent });
    return Math.min(this.above.length - 1, 8);
  }
}
