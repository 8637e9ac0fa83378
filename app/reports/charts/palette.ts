/** Colours of a chart. On the page they follow the theme, on paper they are fixed. */
export type Palette = {
  own: string;
  text: string;
  soft: string;
  line: string;
  outer: string;
  inner: string;
  paper: string;
  dots: string;
};

export const onPage: Palette = {
  own: "var(--action)",
  text: "var(--text)",
  soft: "var(--text-soft)",
  line: "var(--line)",
  outer: "var(--chart-outer)",
  inner: "var(--chart-inner)",
  paper: "var(--surface-raised)",
  dots: "var(--chart-dots)",
};

export const onPaper: Palette = {
  own: "#12545e",
  text: "#14252a",
  soft: "#4c5a5d",
  line: "#e5e1d9",
  outer: "#e4ebec",
  inner: "#c8d5d7",
  paper: "#ffffff",
  dots: "#a9babd",
};
