/** Words of the mails about signing up. They name no environment and nothing of care. */
const nl = {
  exists: {
    title: "U heeft al een account",
    text: "Iemand wilde een account maken met dit e-mailadres. Er is al een account met dit adres. Daarom is er geen nieuw account gemaakt.",
    after:
      "Was u dit zelf? Log dan in, of kies een nieuw wachtwoord. Wilt u een account voor iemand anders? Gebruik dan een ander e-mailadres of een alias. Was u het niet, dan hoeft u niets te doen.",
    button: "Naar inloggen",
  },
  staff: {
    title: "Er is een nieuwe aanmelding",
    text: "Iemand heeft zich aangemeld. Bekijk de aanmelding en koppel die aan de juiste persoon, of wijs haar af.",
    button: "Naar de aanmeldingen",
  },
};

const en: typeof nl = {
  exists: {
    title: "You already have an account",
    text: "Somebody wanted to make an account with this e-mail address. There is an account with this address already. So no new account was made.",
    after:
      "Was this you? Then sign in, or choose a new password. Do you want an account for somebody else? Use another e-mail address or an alias. If it was not you, you need not do anything.",
    button: "To sign in",
  },
  staff: {
    title: "There is a new sign-up",
    text: "Somebody has signed up. Look at the sign-up and link it to the right person, or refuse it.",
    button: "To the sign-ups",
  },
};

export const texts = { nl, en };
