import { keyedHash } from "#app/shared/crypto.server.ts";

/**
 * Who a line of the log about a patient of a practice is about: computed from the practice and its own patient number on
 * both sides, by the reports that show the patient and by the portal where the patient looks, and stored by neither
 * (opportunity 6: the patient's own log shows the looks at it).
 */
export function patientSubject(practiceAgb: string, patientNumber: string): string {
  return keyedHash("patient_subject", `${practiceAgb}|${patientNumber}`);
}
