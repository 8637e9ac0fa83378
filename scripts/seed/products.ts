import { operator } from "#app/platform/settings/in-force.server.ts";
import { HAIR, LEFT, PALE, PETROL, Sheet, SOFT, type Style, WIDTH } from "#app/platform/pdf/sheet.server.ts";
import { publishProduct } from "#app/reports/products/publish.server.ts";
import { uploadProduct } from "#app/reports/products/upload.server.ts";
import { now } from "#app/shared/clock.server.ts";
import type { Audience } from "#db/schema/reports.ts";
import { seeder } from "./people.ts";

type Invented = {
  titleNl: string;
  titleEn: string;
  period: string;
  audience: Audience;
  sections: { heading: string; lines: string[] }[];
};

const INVENTED: Invented[] = [
  {
    titleNl: "Leeswijzer bij uw cijfers",
    titleEn: "How to read your figures (in Dutch)",
    period: "2026",
    audience: { to: "all" },
    sections: [
      {
        heading: "Wat u ziet",
        lines: [
          "Elk kwartaal staat er per indicator een waarde van uw praktijk. Daarnaast staat hoe zeker die waarde is.",
          "Bij een kleine groep patiënten hoort een breed interval. Een verschil binnen dat interval kan toeval zijn.",
        ],
      },
      {
        heading: "Waarmee u vergelijkt",
        lines: [
          "U vergelijkt met het hele land, uw zorggroep, uw regio of praktijken van dezelfde omvang.",
          "Een vergelijking staat er alleen als er minstens tien praktijken in zitten.",
        ],
      },
      {
        heading: "Wat u ermee doet",
        lines: [
          "Kies één indicator die opvalt. Bespreek die met uw team en leg een doel vast.",
          "Kijk na twee kwartalen of het doel dichterbij is.",
        ],
      },
    ],
  },
  {
    titleNl: "Factsheet diabetes, Zorggroep Waterland",
    titleEn: "Fact sheet on diabetes, Waterland care group (in Dutch)",
    period: "2026-Q3",
    audience: { to: "care_group", name: "Zorggroep Waterland" },
    sections: [
      {
        heading: "In het kort",
        lines: [
          "De praktijken van de zorggroep spreken dit najaar over de controle van voeten en ogen.",
          "De getallen van uw eigen praktijk staan bij Rapportages. In deze factsheet staan er geen.",
        ],
      },
      {
        heading: "Afspraken",
        lines: [
          "Elke praktijk roept patiënten op die langer dan een jaar geen controle hadden.",
          "In het voorjaar kijken wij samen terug.",
        ],
      },
    ],
  },
];

const BODY: Style = { size: 10.5, gap: 3 };

function paragraph(sheet: Sheet, part: ReturnType<Sheet["part"]>, text: string, style: Style, tag = "P"): void {
  const height = sheet.height(text, style, WIDTH);
  sheet.room(height + 8);
  sheet.write(part, tag, text, style, { x: LEFT, y: sheet.y, width: WIDTH });
  sheet.y += height + 8;
}

/** A document that says at first sight that it is invented. */
async function painted({ titleNl, period, sections }: Invented): Promise<Buffer> {
  const about = { title: titleNl, author: operator().name, subject: "Verzonnen voorbeeld", at: now() };
  const sheet = new Sheet({ ...about, standard: "PDF/UA" });
  const head = sheet.part("Sect");
  paragraph(sheet, head, operator().product, { size: 12, weight: "semibold", color: PETROL });
  paragraph(sheet, head, titleNl, { size: 22, weight: "semibold", color: PETROL }, "H1");
  paragraph(sheet, head, `Periode ${period}`, { ...BODY, color: SOFT });
  const box = { x: LEFT - 12, y: sheet.y, width: WIDTH + 24, height: 42 };
  sheet.ornament((doc) => doc.rect(box.x, box.y, box.width, box.height).lineWidth(0.5).fillAndStroke(PALE, HAIR));
  sheet.y += 14;
  paragraph(sheet, head, "Verzonnen voorbeeld. Dit document is gemaakt voor een demonstratie.", {
    ...BODY,
    weight: "semibold",
  });
  head.end();
  sheet.y += 16;
  for (const { heading, lines } of sections) {
    const part = sheet.part("Sect");
    paragraph(sheet, part, heading, { size: 13, weight: "semibold", color: PETROL }, "H2");
    for (const line of lines) paragraph(sheet, part, line, BODY);
    part.end();
    sheet.y += 8;
  }
  return sheet.finish((page, pages) => ({
    left: `${operator().product}   ·   ${titleNl}   ·   verzonnen voorbeeld`,
    right: `${page} van ${pages}`,
  }));
}

/** Two documents that practices of the invented world find at Informatieproducten. */
export async function inventedProducts(): Promise<void> {
  for (const one of INVENTED) {
    const { titleNl, titleEn, period, audience } = one;
    const id = await uploadProduct(seeder, { titleNl, titleEn, period, audience }, await painted(one));
    await publishProduct(seeder, id);
  }
}
