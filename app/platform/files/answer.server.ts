const SANDBOX = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * A stored file as an answer. `inline` shows it in the browser's own reader; anything else is for keeping. The name is
 * ours, never a visitor's, but is cut to safe signs all the same (ASVS 3.2.1, 5.4.1). A sandbox would switch off the
 * browser's own reader, so only what is for keeping has one; other headers every answer has (`scripts/serve/headers.ts`).
 */
export function fileAnswer(
  file: { name: string; mediaType: string; bytes: Buffer },
  how: "inline" | "attachment",
): Response {
  const name = file.name.replace(/[^\w.-]/g, "_");
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes.byteLength),
      "Content-Disposition": `${how}; filename="${name}"`,
      "Cache-Control": "no-store",
      ...(how === "attachment" ? { "Content-Security-Policy": SANDBOX } : {}),
    },
  });
}
