import { childOf, type XmlElement } from "../xml.ts";

/**
 * Fields of which no result shows where they stand: of a tick box Word shows the state, of a button the words that it is
 * made with, and the value of the others is kept for elsewhere.
 */
const UNSEEN = /^\s*(?:FORMCHECKBOX|MACROBUTTON|GOTOBUTTON|SET|ASK|XE|TC|TA|RD|PRIVATE)\b/i;
/** Whether the result that a field keeps is not to be seen where it stands. */
export const keepsUnseen = (instruction: string): boolean => UNSEEN.test(instruction);

type Field = { instruction: string; shown: boolean; any: boolean; form: XmlElement | undefined };

/** The fields in which a place of the text stands: of each is seen what comes after its separator. */
export class FieldStack {
  private readonly open: Field[] = [];

  get seen(): boolean {
    return this.open.every(({ shown }) => shown);
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.shown) field.instruction += text;
  }

  /** Something of these fields is seen. */
  filled(): void {
    for (const field of this.open) field.any = true;
  }

  /** Takes in a sign; returns the field that ends here. */
  step(sign: XmlElement): Field | undefined {
    const type = sign.attributes.get("w:fldCharType");
    if (type === "begin")
      this.open.push({ instruction: "", shown: false, any: false, form: childOf(sign, "w:ffData") });
    const field = this.open.at(-1);
    if (type === "separate" && field) field.shown = !keepsUnseen(field.instruction);
    return type === "end" ? this.open.pop() : undefined;
  }
}
