import type { SealFault } from "./verify-pdf.server.ts";

type Words = Record<SealFault, string>;

const nl: Words = {
  not_a_pdf: "Dit is geen PDF.",
  not_sealed: "Deze PDF heeft geen zegel van ons.",
  sealed_twice: "In deze PDF staat meer dan één zegel. Wij zetten er altijd één.",
  range_broken: "Het zegel van deze PDF is beschadigd: het hoort niet bij de bladzijden.",
  bytes_added: "Na het verzegelen is er iets aan deze PDF toegevoegd.",
  signature_unreadable: "Het zegel van deze PDF is niet te lezen.",
  other_certificate: "Deze PDF is verzegeld door een ander dan wij.",
  content_changed: "Deze PDF is na het verzegelen veranderd.",
  signature_wrong: "Het zegel van deze PDF klopt niet.",
};

const en: Words = {
  not_a_pdf: "This is not a PDF.",
  not_sealed: "This PDF does not carry our seal.",
  sealed_twice: "This PDF carries more than one seal. We always set one.",
  range_broken: "The seal of this PDF is damaged: it does not belong to the pages.",
  bytes_added: "Something was added to this PDF after it was sealed.",
  signature_unreadable: "The seal of this PDF cannot be read.",
  other_certificate: "This PDF was sealed by somebody else.",
  content_changed: "This PDF was changed after it was sealed.",
  signature_wrong: "The seal of this PDF is not right.",
};

/** What is wrong with a sealed file, in words. */
export const sealWords = { nl, en };
