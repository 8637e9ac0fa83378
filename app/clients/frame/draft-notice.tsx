import { Notice } from "#app/ui/data.tsx";
import { usePortalWords } from "./places.ts";
import { texts } from "./texts.ts";

/** What was typed before the time was over stands here again (F5). */
export function DraftNotice() {
  const { words } = usePortalWords(texts);
  return <Notice kind="info">{words.draft}</Notice>;
}
