import { MIB } from "#app/shared/bytes.ts";

/** The most bytes of a file to check; a document of ours stays far below. */
export const LARGEST = 8 * MIB;
