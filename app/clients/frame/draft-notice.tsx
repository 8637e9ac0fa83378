import { Notice } from "#app/ui/data.tsx";
import { usePortal } from "./places.ts";

/** What was typed before the time was over stands here again (F5). */
export function DraftNotice() {
  const { words } = usePortal();
  return <Notice kind="info">{words.draft}</Notice>;
}
