export const MIB = 1024 * 1024;

/** A round number of bytes as people read it, in either language: "8 MB", "2 GB". */
export const roundSize = (bytes: number) => (bytes < 1024 * MIB ? `${bytes / MIB} MB` : `${bytes / MIB / 1024} GB`);
