/** The organisation that runs this portal, as data. Invented: a real one is filled in by whoever runs it. */
export const operator = {
  product: "Zorgpoort",
  name: "Stichting Zorgspiegel Midden",
  network: "Datanetwerk Zorgspiegel",
  desk: {
    phone: "088 123 45 00",
    phoneLink: "tel:+31881234500",
    email: "servicedesk@zorgspiegel.example",
    hours: { nl: "op werkdagen van 8.00 tot 17.30 uur", en: "on working days from 8.00 to 17.30" },
  },
  address: "Voorbeeldlaan 1, 1234 AB Waterdam",
} as const;
