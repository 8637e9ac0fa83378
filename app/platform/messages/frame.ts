import { absolute } from "#app/platform/settings/origin.server.ts";
import type { Said, Tongue } from "./letter.ts";
import type { Mail } from "./outbox.server.ts";

const words = {
  nl: { questions: "Heeft u vragen? Bel of mail de servicedesk", greet: "Met vriendelijke groet," },
  en: { questions: "Any questions? Call or mail the servicedesk", greet: "Kind regards," },
};

/** A mail in the one frame of the portal: text and HTML say the same; no pictures, no tracking, no scripts. */
export function mailFrame(said: Said, { language, voice }: Tongue): Mail {
  const { title, paragraphs, rows = [], button, code = "", after = [] } = said;
  const { desk, name, product, sender } = voice;
  const { questions, greet } = words[language];
  const reach = [desk.phone, desk.email].filter(Boolean).join(", ");
  const contact = `${questions}: ${reach} (${desk.hours[language]}).`;
  const href = button ? absolute(button.to) : "";
  const colour = safe(voice.colour);
  const text = [
    ...paragraphs,
    rows.map((row) => `${row.label}: ${row.value}`).join("\n"),
    button ? `${button.text}:\n${href}` : "",
    code,
    ...after,
    contact,
    [greet, ...new Set([name, product])].join("\n"),
  ].filter(Boolean);
  const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title></head>
<body style="margin:0;background:#faf9f6;color:#14252a;font:16px/1.5 Figtree,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:32px 24px">
<p style="margin:0 0 24px;font-weight:700;font-size:20px;color:${colour}">${safe(product)}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${safe(title)}</h1>
${paragraphs.map(paragraph).join("\n")}
${rows.length > 0 ? `<table style="border-collapse:collapse;margin:0 0 20px">${rows.map(fact).join("\n")}</table>` : ""}
${button ? `<p style="margin:24px 0"><a href="${safe(href)}" style="display:inline-block;background:${colour};color:#ffffff;padding:12px 22px;border-radius:8px;font-weight:600;text-decoration:none">${safe(button.text)}</a></p>` : ""}
${code ? `<p style="margin:24px 0;font-weight:700;font-size:32px;letter-spacing:4px">${safe(code)}</p>` : ""}
${after.map(paragraph).join("\n")}
<p style="margin:24px 0 16px;padding-top:16px;border-top:1px solid #e5e1d9;color:#4c5a5d">${safe(contact)}</p>
<p style="margin:0">${greet}<br>${safe(name)}</p>
</div></body></html>`;
  return {
    sender: sender === null ? undefined : oneLine(sender),
    subject: oneLine(title),
    text: `${text.join("\n\n")}\n`,
    html,
  };
}

// A subject is one header line: nothing typed may start another (ASVS 1.3.11).
const oneLine = (value: string) => value.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();

const safe = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const paragraph = (value: string) => `<p style="margin:0 0 16px">${safe(value).replaceAll("\n", "<br>")}</p>`;

const fact = ({ label, value }: { label: string; value: string }) =>
  `<tr><th scope="row" align="left" style="padding:6px 16px 6px 0;font-weight:400;color:#4c5a5d;vertical-align:top">${safe(label)}</th>\n<td style="padding:6px 0;vertical-align:top;word-break:break-word">${safe(value)}</td></tr>`;
