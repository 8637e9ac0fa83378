import { texts as registration } from "#app/professionals/joining/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

type Shown = {
  version: number;
  missing: (keyof (typeof registration)["nl"]["rules"])[];
  can: { take_up: boolean; send_authorization: boolean; approve: boolean };
};

/** The one next step of a request; a button that cannot be used yet says what is missing. */
export function Decide({ one }: { one: Shown }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  const { rules } = pick(registration, language);
  const { can, missing, version } = one;
  const act = can.take_up ? "take_up" : can.send_authorization ? "send" : can.approve ? "approve" : null;
  if (!act) return null;
  const label = { take_up: words.takeUp, send: words.send, approve: words.approve }[act];
  const blocked = act === "send" && missing.length > 0;
  return (
    <form method="post" className="mt-4">
      <input type="hidden" name="version" value={version} />
      {act === "approve" ? <p className="mb-3 max-w-2xl text-soft">{words.approveLead}</p> : null}
      {act !== "take_up" && missing.length > 0 ? (
        <div className="mb-3 max-w-2xl">
          <p className="font-semibold">{words.missing}</p>
          <ul className="list-disc pl-6">
            {missing.map((rule) => (
              <li key={rule}>{rule === "call_back" ? <a href="#bellen">{rules[rule]}</a> : rules[rule]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Button name="act" value={act} disabled={blocked}>
        {label}
      </Button>
    </form>
  );
}
