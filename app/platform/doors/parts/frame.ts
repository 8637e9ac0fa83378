import type { ReactElement, ReactNode } from "react";

/** The page around a step of a door: that of professionals, or that of an environment. */
export type Frame = (page: { title: string; lead?: string; children: ReactNode }) => ReactElement;
