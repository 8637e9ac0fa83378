/** Words about children at the door: to the child and to the parent alike. */
const nl = {
  title: "Zelf inloggen kan vanaf 12 jaar",
  text: "Bent u jonger dan 12 jaar? Dan kunt u hier nog niet zelf inloggen. U heeft niets fout gedaan. Vraag uw vader, moeder of verzorger om ons te bellen of te mailen.",
  parents: "Bent u de vader, moeder of verzorger?",
  parentsText:
    "Wilt u iets weten of regelen voor uw kind? Bel of mail ons. Log niet in met de DigiD van uw kind: dat opent hier niets. Vanaf de twaalfde verjaardag kan uw kind zelf inloggen.",
  wrong: "Klopt de leeftijd niet? Bel of mail ons dan ook.",
  atDoor: "Jonger dan 12 jaar? Dan kunt u hier nog niet zelf inloggen.",
  atDoorParents: "Ouders en verzorgers kunnen ons bellen of mailen.",
  unknownText: "Kunt u laten zien hoe oud u bent? Dan kunnen wij uw account openen.",
  reach: "Zo bereikt u ons",
};

const en: typeof nl = {
  title: "Signing in yourself is possible from the age of 12",
  text: "Are you younger than 12? Then you cannot sign in here yourself yet. You have done nothing wrong. Ask your father, mother or carer to call or mail us.",
  parents: "Are you the father, mother or carer?",
  parentsText:
    "Do you want to know or arrange something for your child? Call or mail us. Do not sign in with the DigiD of your child: it opens nothing here. From the twelfth birthday on your child can sign in.",
  wrong: "Is the age not right? Then call or mail us too.",
  atDoor: "Younger than 12? Then you cannot sign in here yourself yet.",
  atDoorParents: "Parents and carers can call or mail us.",
  unknownText: "Can you show how old you are? Then we can open your account.",
  reach: "How to reach us",
};

export const texts = { nl, en };
