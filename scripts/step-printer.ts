const WIDTH = 30;

type Terminal = Pick<NodeJS.WriteStream, "write"> & { isTTY?: boolean };

/** Shows how far a command is: a bar on a terminal, one line per step elsewhere. */
export function stepPrinter(out: Terminal, title: string) {
  let shown = "";
  const bar = (step: string, share: number) => {
    const filled = Math.round(share * WIDTH);
    return `\r\u001B[2K${title} [${"#".repeat(filled)}${" ".repeat(WIDTH - filled)}] ${step}`;
  };
  return {
    progress: (step: string, share: number): void => {
      const text = out.isTTY ? bar(step, share) : `${title}: ${step}\n`;
      if (text === shown) return;
      shown = text;
      out.write(text);
    },
    /** Leaves the line free for what is said next. */
    end(): void {
      if (out.isTTY) out.write("\r\u001B[2K");
    },
  };
}
