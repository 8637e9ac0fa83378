import type { TrendPoint } from "./end-labels.ts";
import type { Palette } from "./palette.ts";

type Props = {
  points: TrendPoint[];
  x: number[];
  y: (number | null)[];
  goal: { at: number; label: string } | null;
  palette: Palette;
  box: { left: number; top: number; height: number; bottom: number };
  end: number;
};

/** What lies over a trend: rings around points of a signal, upright lines with a letter for notes, the line of the goal. */
export function TrendMarks({ points, x, y, goal, palette, box, end }: Props) {
  const rings = points.flatMap((point, i) => (point.marked && y[i] != null ? [i] : []));
  const notes = points.flatMap(({ note }, i) => (note ? [{ note, i }] : []));
  return (
    <g>
      {notes.length > 0 ? (
        <path
          d={notes.map(({ i }) => `M${x[i]},${box.top + 14}V${box.height - box.bottom}`).join("")}
          fill="none"
          stroke={palette.text}
          strokeWidth={1}
          strokeDasharray="2 3"
        />
      ) : null}
      {notes.map(({ note, i }) => (
        <text
          key={note}
          x={x[i]}
          y={box.top + 9}
          textAnchor="middle"
          fill={palette.text}
          fontSize={13}
          fontWeight="bold"
        >
          {note}
        </text>
      ))}
      {goal ? (
        <path
          d={`M${box.left},${goal.at}H${end + 12}`}
          fill="none"
          stroke={palette.text}
          strokeWidth={1.5}
          strokeDasharray="10 4"
        />
      ) : null}
      {goal?.label ? (
        <text
          x={box.left + 6}
          y={goal.at < box.top + 22 ? goal.at + 16 : goal.at - 6}
          fill={palette.text}
          fontSize={13}
        >
          {goal.label}
        </text>
      ) : null}
      {rings.map((i) => (
        <circle key={i} cx={x[i]} cy={y[i] ?? 0} r={7.5} fill="none" stroke={palette.own} strokeWidth={1.75} />
      ))}
    </g>
  );
}
