/** A patient in the denominator of an indicator, as the practice's own data network delivered it. Never a BSN. */
export type PatientRow = {
  /** Known to the sender alone. */
  pseudonym: string;
  /** The practice's own patient number. */
  number: string;
  birthYear: number;
  /** In the numerator. */
  counted: boolean;
  /** The last value measured, in the unit of the list; null when none came. */
  value: number | null;
  /** When that was, or when the thing was last done, `YYYY-MM-DD`. */
  date: string | null;
};

/** Rows of one list as they are kept, in the order of delivery: the columns after `indicator`. */
export function parseRows(text: string): PatientRow[] {
  if (text === "") return [];
  return text.split("\n").map((line) => {
    const [pseudonym = "", number = "", birthYear = "", counted = "", value = "", date = ""] = line.split(";");
    return {
      pseudonym,
      number,
      birthYear: Number(birthYear),
      counted: counted === "1",
      value: value === "" ? null : Number(value),
      date: date === "" ? null : date,
    };
  });
}
