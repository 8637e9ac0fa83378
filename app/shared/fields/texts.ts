import { LONGEST_NAME } from "./longest.ts";

/** What is said at a field whose kind refuses what was typed; pages put their own words over some of it. */
const nl = {
  required: "Vul dit in.",
  long: "Dit is te lang.",
  twice: "Dit veld kwam twee keer binnen. Vul het opnieuw in.",
  name: "Gebruik alleen letters, spaties, punten, streepjes en apostrofs.",
  long_name: `Deze naam is te lang. Hier passen ${String(LONGEST_NAME)} tekens. Laat een deel weg.`,
  email: "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
  not_a_number: "Dit is geen telefoonnummer.",
  not_mobile: "Op dit nummer kunnen wij geen sms sturen. Vul een mobiel nummer in, of laat het veld leeg.",
  phone: "Vul een telefoonnummer in, zoals 06 12 34 56 78.",
  postcode: "Vul een postcode in, zoals 1234 AB.",
  lost_zero: "Een AGB-code heeft 8 cijfers. Is de 0 vooraan weggevallen?",
  not_eight_digits: "Een AGB-code heeft 8 cijfers.",
  date: "Vul een datum in.",
  birth: "Vul een geldige geboortedatum in, zoals 7 3 1984.",
};

const en: typeof nl = {
  required: "Enter this.",
  long: "This is too long.",
  twice: "This field came in twice. Fill it in again.",
  name: "Use only letters, spaces, full stops, hyphens and apostrophes.",
  long_name: `This name is too long. There is room for ${String(LONGEST_NAME)} signs. Leave a part out.`,
  email: "Enter an e-mail address, such as name@example.com.",
  not_a_number: "This is not a telephone number.",
  not_mobile: "We cannot send a text message to this number. Enter a mobile number, or leave the field empty.",
  phone: "Enter a phone number, such as 06 12 34 56 78.",
  postcode: "Enter a postcode, such as 1234 AB.",
  lost_zero: "An AGB code has 8 digits. Was the leading zero lost?",
  not_eight_digits: "An AGB code has 8 digits.",
  date: "Enter a date.",
  birth: "Enter a valid date of birth, such as 7 3 1984.",
};

export const faults = { nl, en };
