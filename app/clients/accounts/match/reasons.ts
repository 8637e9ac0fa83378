/** Why practice staff refuses a sign-up. */
export const reasons = ["unknown", "differs", "has_account", "not_sure", "child"] as const;
export type Reason = (typeof reasons)[number];
