import type { Response } from "express";

const words: Record<number, [title: string, nl: string, en: string]> = {
  400: [
    "Dit verzoek klopt niet",
    "Ga terug en probeer het opnieuw.",
    "This request is not right. Go back and try again.",
  ],
  403: [
    "Dit formulier is niet verstuurd",
    "Het kwam niet van een pagina van het portaal zelf. Open de pagina opnieuw en probeer het nog eens.",
    "This form does not come from a page of the portal itself. Open the page again and retry.",
  ],
  404: ["Deze pagina is er niet", "Ga naar de voorpagina en zoek van daar verder.", "This page does not exist."],
  405: ["Dit kan hier niet", "Ga terug naar de vorige pagina.", "This method is not allowed here."],
  413: ["Dit is te groot", "Maak het kleiner en probeer het opnieuw.", "This is too large. Make it smaller and retry."],
  415: [
    "Dit soort inhoud nemen wij niet aan",
    "Ga terug naar de vorige pagina.",
    "This kind of content is not accepted.",
  ],
  421: ["Onbekend adres", "Onder dit adres is het portaal er niet.", "The portal is not at this address."],
  500: [
    "Er ging iets mis",
    "Dit ligt aan ons. Probeer het over een paar minuten opnieuw.",
    "Something went wrong on our side. Try again in a few minutes.",
  ],
  503: [
    "Er komt nu te veel tegelijk binnen",
    "Wacht een minuut, ga terug naar de vorige pagina en verstuur het dan opnieuw.",
    "Too much comes in at once. Wait a minute, go back to the previous page and send it again.",
  ],
};
/** Seconds after which what is on its way now has come in or was cut off (`listen.ts`). */
const COME_BACK = 60;

/** Says that there is no room just now, and when to come back. */
export function refuseForNow(response: Response): void {
  response.setHeader("Retry-After", COME_BACK);
  refuse(response, 503);
}

/** Answers without the pages of the portal: what was refused before they are reached, and what went wrong around them. */
export function refuse(response: Response, status: number): void {
  const [title, nl, en] = words[status] ?? words[status < 500 ? 400 : 500]!;
  const id = String(response.getHeader("X-Request-Id") ?? "");
  response
    .status(status)
    .type("html")
    .end(
      `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<meta name="color-scheme" content="light dark"><title>${title}</title></head><body><h1>${title}</h1>` +
        `<p>${nl}</p><p lang="en">${en}</p><p>Meldingsnummer: ${id}</p><p><a href="/">Naar de voorpagina</a></p></body></html>\n`,
    );
}
