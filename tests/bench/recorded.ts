import PDFDocument from "pdfkit";

/**
 * Calls on a document as they were made: method and arguments. A structure element is known by the number of the call
 * that made it; what was drawn inside one is kept as calls of its own.
 */
export type Call = { on: number; method: string; args: Argument[]; made?: number };
type Argument = { value: unknown } | { element: number } | { inside: Call[] };

const MEASURED = new Set(["heightOfString", "widthOfString", "bufferedPageRange"]);
const DRAWN =
  `struct addStructure markContent endMarkedContent font fontSize fillColor text addPage switchToPage save restore
  translate scale rect roundedRect circle moveTo lineTo path lineWidth strokeColor lineCap lineJoin dash undash fill stroke
  fillAndStroke end`.split(/\s+/);

type Methods = Record<string, (...args: unknown[]) => unknown>;

/** Runs `work` and notes every drawing call that it makes on a document; measuring calls draw nothing and are left out. */
export async function recordCalls(work: () => Promise<unknown>): Promise<Call[]> {
  const all: Call[] = [];
  let into = all;
  let depth = 0;
  const elements = new WeakMap<object, number>();
  let made = 0;
  const restore: (() => void)[] = [];

  const kept = (value: unknown): Argument => {
    if (typeof value === "object" && value !== null && elements.has(value)) return { element: elements.get(value)! };
    return { value };
  };
  const wrap = (target: Methods, method: string, on: (self: object) => number) => {
    const original = target[method]!;
    target[method] = function (this: object, ...args: unknown[]) {
      if (depth > 0) return original.apply(this, args);
      const inside: Call[] = [];
      const call: Call = { on: on(this), method, args: [] };
      const passed = args.map((value) => {
        if (typeof value !== "function") {
          call.args.push(kept(value));
          return value;
        }
        call.args.push({ inside });
        return () => {
          const [outer, level] = [into, depth];
          [into, depth] = [inside, 0];
          (value as () => void)();
          [into, depth] = [outer, level];
        };
      });
      into.push(call);
      depth++;
      try {
        const result = original.apply(this, passed);
        if (method === "struct" && typeof result === "object" && result !== null) {
          call.made = ++made;
          elements.set(result, made);
          if (made === 1) wrapElement(Object.getPrototypeOf(result) as Methods);
        }
        return result;
      } finally {
        depth--;
      }
    };
    restore.push(() => (target[method] = original));
  };
  const wrapElement = (prototype: Methods) => {
    for (const method of ["add", "end"]) wrap(prototype, method, (self) => elements.get(self) ?? -1);
  };
  for (const method of DRAWN) if (!MEASURED.has(method)) wrap(PDFDocument.prototype, method, () => 0);
  try {
    await work();
  } finally {
    for (const undo of restore) undo();
  }
  // A document opens its first page by itself.
  return all.slice(all.findIndex((call) => call.method !== "addPage"));
}

/** Makes the calls again on a fresh document. */
export function replay(doc: PDFKit.PDFDocument, calls: Call[]): void {
  const elements = new Map<number, Methods>([[0, doc as unknown as Methods]]);
  const run = (list: Call[]) => {
    for (const call of list) {
      const args = call.args.map((argument) => {
        if ("inside" in argument) return () => run(argument.inside);
        return "element" in argument ? elements.get(argument.element) : argument.value;
      });
      const result = elements.get(call.on)![call.method]!(...args);
      if (call.made !== undefined) elements.set(call.made, result as Methods);
    }
  };
  run(calls);
}
