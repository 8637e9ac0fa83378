import { Icon } from "./icon.tsx";

/** Where somebody is in a journey of a few steps. */
export function Steps({ steps, current, label }: { steps: string[]; current: number; label: string }) {
  return (
    <ol aria-label={label} className="mb-8 flex flex-wrap gap-x-6 gap-y-2 text-[0.9375rem]">
      {steps.map((step, i) => (
        <li
          key={step}
          aria-current={i === current ? "step" : undefined}
          className={`flex items-center gap-2 ${i === current ? "font-semibold" : "text-soft"}`}
        >
          <span
            className={`edge grid size-7 place-items-center rounded-full text-sm font-semibold ${i <= current ? "bg-action text-on-action" : "bg-sunk text-soft"}`}
          >
            {i < current ? <Icon name="check" size={16} /> : i + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
