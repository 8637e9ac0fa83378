/** Words people build their passwords on. A password that is one of these with digits or signs around it is refused. */
export const commonWords = `
wachtwoord welkom password passwort qwerty qwertyuiop azerty asdfgh asdfghjkl zxcvbn zxcvbnm admin administrator letmein iloveyou
geheim toegang inloggen login sesam hallo hallohallo goedemorgen computer internet windows microsoft google facebook samsung apple
zomer winter herfst lente voorjaar najaar januari februari maart april mei juni juli augustus september oktober november december
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag summer spring autumn monday friday sunday
amsterdam rotterdam utrecht denhaag eindhoven groningen nederland holland oranje ajax feyenoord psv voetbal
huisarts huisartsenpraktijk praktijk dokter doktersassistent assistente apotheek apotheker zorg zorgpoort zorgverlener ziekenhuis patient
medicijn recept gezondheid praktijkondersteuner servicedesk zorgspiegel rapportage spreekuur
liefde schatje schat lieverd vriend vriendje mama papa familie kinderen baby prinses engel bloem bloemen zonnetje sunshine princess
dragon monkey football baseball superman batman starwars pokemon master shadow michael jennifer charlie thomas daniel
changeme changemenow default secret temporary tijdelijk tijdelijkwachtwoord nieuwwachtwoord mijnwachtwoord ditismijnwachtwoord
`
  .trim()
  .split(/\s+/);
