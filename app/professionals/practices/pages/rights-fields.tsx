import { programmes } from "#app/platform/rights/programmes.data.ts";
import { pick } from "#app/shared/i18n.ts";
import { CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";

/** What stands in the fields: as it was typed, or as it holds now; undefined where a choice is still to be made. */
export type RightsShown = {
  reports?: string;
  patientDetails?: string;
  groups?: string;
  reportGroups: string[];
  startsOn: string;
  endsOn: string;
};

/** What an employee may see, of which report groups, from when until when: the same for asking, giving and changing. */
export function RightsFields({ shown, said }: { shown: RightsShown; said: (name: string) => string | undefined }) {
  const { language } = useShell();
  const words = pick(texts, language).form;
  const yesNo = [
    { value: "yes", label: words.yes },
    { value: "no", label: words.no },
  ];
  return (
    <>
      <RadioGroup
        name="reports"
        legend={words.reports}
        hint={words.reportsHint}
        options={yesNo}
        defaultValue={shown.reports}
        error={said("reports")}
      />
      <RadioGroup
        name="patientDetails"
        legend={words.patientDetails}
        hint={words.patientDetailsHint}
        options={yesNo}
        defaultValue={shown.patientDetails}
        error={said("patientDetails")}
      />
      <div className="report-groups">
        <RadioGroup
          name="groups"
          legend={words.groups}
          hint={words.groupsHint}
          options={[
            { value: "all", label: words.groupsAll, hint: words.groupsAllHint },
            { value: "listed", label: words.groupsListed, hint: words.groupsListedHint },
          ]}
          defaultValue={shown.groups}
          error={said("groups")}
        />
        <div className="ml-7 [.report-groups:not(:has(input[value=listed]:checked))_&]:hidden">
          <CheckboxGroup
            name="reportGroups"
            legend={words.groupList}
            options={programmes.map(({ id, name }) => ({ value: id, label: name[language] }))}
            defaultValues={shown.reportGroups}
            error={said("reportGroups")}
          />
        </div>
      </div>
      <TextField
        name="startsOn"
        type="date"
        width="half"
        label={words.startsOn}
        defaultValue={shown.startsOn}
        error={said("startsOn")}
      />
      <TextField
        name="endsOn"
        type="date"
        width="half"
        label={words.endsOn}
        hint={words.endsOnHint}
        defaultValue={shown.endsOn}
        error={said("endsOn")}
      />
    </>
  );
}

/** What was typed wins over what holds. */
export function shownRights(
  typed: Record<string, string | string[]> | undefined,
  held: { [K in keyof RightsShown]?: RightsShown[K] },
): RightsShown {
  const one = (name: keyof RightsShown) => {
    const value = typed ? typed[name] : held[name];
    return typeof value === "string" ? value : undefined;
  };
  const list = typed ? typed.reportGroups : held.reportGroups;
  return {
    reports: one("reports"),
    patientDetails: one("patientDetails"),
    groups: one("groups"),
    reportGroups: Array.isArray(list) ? list : [],
    startsOn: one("startsOn") ?? "",
    endsOn: one("endsOn") ?? "",
  };
}
