/** Decisions a data manager takes on a delivery. */
export const ACTS = ["publish", "drop", "takeBack"] as const;
export type Act = (typeof ACTS)[number];

/** A decision out of an address. */
export const askedDecision = (text: string | null): Act | undefined => ACTS.find((act) => act === text);
