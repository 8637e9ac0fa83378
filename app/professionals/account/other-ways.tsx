import { Button } from "#app/ui/buttons.tsx";
import type { Way } from "#app/platform/doors/owners/owner.ts";
import type { texts } from "./texts.ts";

type Given = { way: Way; ways: Way[]; unsent: boolean; words: (typeof texts)["nl"]["code"] };

/** Under the code: send it (again), by the other channel, or give the second factor in another way. */
export function OtherWays({ way, ways, unsent, words }: Given) {
  const sending = way === "sms" || way === "mail";
  return (
    <div className="mt-6 space-y-2">
      {sending && ways.includes(way) ? (
        <Send act={way} look={unsent ? "primary" : "quiet"} text={unsent ? words.send : words.resend} />
      ) : null}
      {way === "sms" && ways.includes("mail") ? (
        <Send act="mail" look="quiet" text={words.byMail} note={words.byMailNote} />
      ) : null}
      {way === "mail" && ways.includes("sms") ? <Send act="sms" look="quiet" text={words.bySms} /> : null}
      <ul className="space-y-1">
        {ways
          .filter((one) => one !== way && !((one === "sms" || one === "mail") && sending))
          .filter((one) => !(one === "mail" && ways.includes("sms")))
          .map((one) => (
            <li key={one}>
              <a className="inline-flex min-h-11 items-center px-2" href={`/inloggen/code?manier=${one}`}>
                {words.other[one]}
              </a>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Send({ act, look, text, note }: { act: Way; look: "primary" | "quiet"; text: string; note?: string }) {
  return (
    <form method="post">
      <Button look={look} name="act" value={act}>
        {text}
      </Button>
      {note ? <p className="px-2 text-[0.9375rem] text-soft">{note}</p> : null}
    </form>
  );
}
