export const sayLetter = (html: string, language: "nl" | "en"): string => (language === "nl" ? html : html);
export const flatLetter = (html: string): string => html.replace(/<[^>]*>/g, " ");
