import { Fragment, isValidElement, type ReactNode } from "react";
import { drawable } from "./fonts.server.ts";

type Doc = PDFKit.PDFDocument;
type Props = Record<string, unknown> & { children?: ReactNode };

/**
 * Draws the element tree of a chart on a page: the very components that make the SVG of the web page. Components are
 * called as functions, so they may use no hooks; colours must be plain. Titles and descriptions are not drawn: they are
 * the `alt` of the figure around it.
 * @throws on an element it does not know, so that nothing is left out in silence
 */
export function paintElements(doc: Doc, node: ReactNode): void {
  if (Array.isArray(node)) {
    for (const one of node as ReactNode[]) paintElements(doc, one);
    return;
  }
  if (!isValidElement<Props>(node)) return;
  const { type, props } = node;
  if (type === Fragment || type === "svg" || type === "g") paintElements(doc, props.children);
  else if (typeof type === "function") paintElements(doc, (type as (props: Props) => ReactNode)(props));
  else if (typeof type === "string" && Object.hasOwn(SHAPES, type)) SHAPES[type]!(doc, props);
  else throw new Error(`a chart on paper cannot have <${typeof type === "string" ? type : "?"}>`);
}

const number = (props: Props, name: string) => Number(props[name] ?? 0);
const nothing = () => undefined;

const SHAPES: Record<string, (doc: Doc, props: Props) => void> = {
  title: nothing,
  desc: nothing,
  rect(doc, props) {
    const [x, y] = [number(props, "x"), number(props, "y")];
    const [width, height] = [number(props, "width"), number(props, "height")];
    if (props.rx) doc.roundedRect(x, y, width, height, number(props, "rx"));
    else doc.rect(x, y, width, height);
    colour(doc, props);
  },
  circle(doc, props) {
    doc.circle(number(props, "cx"), number(props, "cy"), number(props, "r"));
    colour(doc, props);
  },
  line(doc, props) {
    doc.moveTo(number(props, "x1"), number(props, "y1")).lineTo(number(props, "x2"), number(props, "y2"));
    colour(doc, props);
  },
  path(doc, props) {
    if (!props.d) return;
    doc.path(props.d as string);
    colour(doc, props);
  },
  text(doc, props) {
    const words = drawable(([props.children].flat() as (string | number)[]).join(""));
    doc
      .font(props.fontWeight === "bold" ? "semibold" : "regular")
      .fontSize(Number(props.fontSize ?? 12))
      .fillColor(plain(props.fill) ?? "#000000");
    const width = doc.widthOfString(words);
    const back = props.textAnchor === "middle" ? width / 2 : props.textAnchor === "end" ? width : 0;
    doc.text(words, number(props, "x") - back, number(props, "y"), { lineBreak: false, baseline: "alphabetic" });
  },
};

function colour(doc: Doc, props: Props): void {
  const [fill, stroke] = [plain(props.fill), plain(props.stroke)];
  if (stroke) {
    doc.lineWidth(Number(props.strokeWidth ?? 1)).strokeColor(stroke);
    doc.lineCap(props.strokeLinecap === "round" ? "round" : "butt");
    doc.lineJoin(props.strokeLinejoin === "round" ? "round" : "miter");
    const [dash, space] = ((props.strokeDasharray as string | undefined) ?? "").split(" ").map(Number);
    if (dash) doc.dash(dash, { space: space ?? dash });
  }
  if (fill && stroke) doc.fillAndStroke(fill, stroke);
  else if (fill) doc.fill(fill);
  else if (stroke) doc.stroke();
  if (props.strokeDasharray) doc.undash();
}

function plain(colour: unknown): string | null {
  if (typeof colour !== "string" || colour === "none") return null;
  if (/^#[0-9a-f]{6}$/.test(colour)) return colour;
  throw new Error(`a chart on paper cannot have the colour ${colour}`);
}
