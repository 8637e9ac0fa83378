/**
 * Why a clinician stops a link. mistake: the record should not have been opened (yet); wrong_person: somebody else read
 * along; other: neither, such as the wish of the client.
 */
export const unlinkWhy = ["mistake", "wrong_person", "other"] as const;
export type UnlinkWhy = (typeof unlinkWhy)[number];
