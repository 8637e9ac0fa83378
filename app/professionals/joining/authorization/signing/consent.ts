/** The words beside the box that has to be ticked. Dutch only, like the document; the evidence holds them. */
export const CONSENT =
  "Ik ben de zorgverlener die in deze machtiging staat. Ik heb het document gelezen, mijn gegevens kloppen en ik geef de machtiging.";
