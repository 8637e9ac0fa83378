/** Addresses that anybody may open, and nobody needs a session for. Every other one refuses strangers. */
export const open = [
  "/",
  "/over",
  "/voorwaarden",
  "/privacy",
  "/suggestie",
  "/taal",
  "/weergave",
  "/registreren",
  "/registreren/ontvangen",
  "/inloggen",
  "/uitloggen",
  "/wachtwoord-vergeten",
  "/controle",
  "/mijn",
  "/mijn/:environment/huisstijl.css",
  "/mijn/:environment/app.webmanifest",
  "/mijn/:environment/icoon.svg",
  "/mijn/:environment/voorwaarden",
  "/mijn/:environment/hulp",
  "/mijn/:environment/aanmelden",
  "/mijn/:environment/aanmelden/ontvangen",
  "/mijn/:environment/inloggen",
  "/mijn/:environment/inloggen/niet-gelukt",
  "/mijn/:environment/digid",
  "/mijn/:environment/inloggen/mail",
  "/mijn/:environment/wachtwoord-vergeten",
  "/health/alive",
  "/health/ready",
  "/health/log-keys",
];

/** Pages that stand on a mailed link: open, and say the same neutral thing to whoever comes without a good one. */
export const neutral = [
  "/activeren",
  "/activeren/verlopen",
  "/wachtwoord-instellen",
  "/ontgrendelen",
  "/machtiging/nieuwe-link",
  "/mijn/:environment/wachtwoord-instellen",
  "/mijn/:environment/ontgrendelen",
];

/** Steps of something begun in this browser: without it they lead to its beginning. Links leave their secret there. */
export const beginnings: Record<string, string> = {
  "/registreren/gegevens": "/registreren",
  "/registreren/controle": "/registreren",
  "/inloggen/code": "/inloggen",
  "/activeren/code": "/activeren",
  "/s/:token": "/status",
  "/a/:token": "/activeren",
  "/w/:token": "/wachtwoord-instellen",
  "/ontgrendelen/:token": "/ontgrendelen",
  "/m/:token": "/machtiging",
  "/machtiging/document.pdf": "/machtiging",
  "/machtiging/ondertekenen": "/machtiging",
  "/machtiging/code": "/machtiging",
  "/machtiging/ondertekend": "/machtiging",
  "/machtiging/weigeren": "/machtiging",
  "/machtiging/aanpassen": "/machtiging",
  "/machtiging/nieuwe-link": "/machtiging",
  "/mijn/:environment/digid/terug": "/mijn/:environment/inloggen/niet-gelukt",
  "/mijn/:environment/nieuw": "/mijn/:environment/inloggen/niet-gelukt",
  "/mijn/:environment/aanmelden/code": "/mijn/:environment/aanmelden",
  "/mijn/:environment/inloggen/mail/code": "/mijn/:environment/inloggen/mail",
  "/mijn/:environment/w/:token": "/mijn/:environment/wachtwoord-instellen",
  "/mijn/:environment/ontgrendelen/:token": "/mijn/:environment/ontgrendelen",
};

/** Doors of a demo; production has none of them. */
export const development = ["/dev/inbox.json", "/dev/clock.json", "/dev/accounts.json"];
