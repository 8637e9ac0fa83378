import PDFDocument from "pdfkit";

/** What a document says of itself. `standard`: PDF/A-3a unless told. */
export type About = {
  title: string;
  author: string;
  subject: string;
  at: Date;
  standard?: "PDF/A-3a" | "PDF/UA";
  language?: "nl" | "en";
};

/**
 * A tagged A4 document. For keeping: PDF/A-3 level a (ISO 19005-3); for reading with any aid: PDF/UA-1 (ISO 14289-1).
 * pdfkit can promise one of the two per file.
 */
export function openDocument(about: About): PDFKit.PDFDocument {
  const { title, author, subject, at, standard = "PDF/A-3a", language = "nl" } = about;
  return new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    subset: standard as "PDF/A-3a",
    tagged: true,
    lang: language === "nl" ? "nl-NL" : "en-GB",
    displayTitle: true,
    bufferPages: true,
    // Without it pdfkit loads Helvetica, which PDF/A forbids; its types know only names.
    font: null as unknown as string,
    info: { Title: title, Author: author, Subject: subject, Creator: author, CreationDate: at, ModDate: at },
  });
}

/** The finished bytes of a document. */
export function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (part: Uint8Array) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });
}
