import type { PdfObject } from "./pdf-object.ts";

/** Names that make a file do something, or carry another file along (ISO 32000-1, 12.6 and 7.11; ASVS 5.4.3). */
export const ACTIVE = new Set([
  ...["JavaScript", "JS", "Launch", "OpenAction", "AA", "EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment"],
  ...["RichMedia", "RichMediaExecute", "XFA", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie"],
  ...["Sound", "3D", "Collection"],
]);
/** The place to begin reading, as office programs write it in each file: a page and how it fits, nothing to do. */
const PLACE = /^\[ \d+ \d+ R \/(?:XYZ|Fit[BHRV]?|FitBH|FitBV)(?: (?:null|-?(?:\d+(?:\.\d*)?|\.\d+)))* \]$/;
/** The same as an act that goes there, in the file itself; a place may have a name. */
const GO = /^<< (?:\/Type \/Action )?\/S \/GoTo \/D (.+) >>$/s;
const NAMED = /^(?:\/[\w.-]+|\([\w .:-]*\)|<[\da-f]*>)$/i;
const ELSEWHERE = /^(\d{1,7}) \d{1,5} R$/;
const FITS = /^(?:XYZ|Fit(?:[BHRV]|BH|BV)?)$/;

/**
 * Where a file begins when it is opened: at a place, at whatever an object with this number says, or null: something that
 * has to be refused.
 */
export function aims({ names, top }: PdfObject): "place" | number | null {
  const value = top.get("OpenAction");
  if (value === undefined || names.get("OpenAction") !== 1) return null;
  const place = GO.exec(value)?.[1] ?? value;
  if (PLACE.test(place) || (place !== value && NAMED.test(place))) return "place";
  const number = ELSEWHERE.exec(value)?.[1];
  return number === undefined ? null : Number(number);
}

/** Whether an object is a place in the file, or an act that goes to one and does nothing after it. */
export function goesToPlace({ names, top, twice }: PdfObject): boolean {
  if (!top.has("S")) return twice.size === 0 && [...names.keys()].every((name) => FITS.test(name));
  return (
    twice.size === 0 && top.get("S") === "/GoTo" && [...top.keys()].every((key) => ["S", "D", "Type"].includes(key))
  );
}
