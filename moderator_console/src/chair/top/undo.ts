/** The act that undo would take back, in words: "Undo: end of Canada". */
import { t } from "@shared/i18n.svelte.ts";
import type { ActView } from "@shared/wire.gen.ts";

/** `about` is the name of whom or what the act was about; for a step, the step's id. */
export function undoLabel(undo: ActView, about: string): string {
  const named = undo.kind === "step_moved" ? t(`phase-${undo.about}`) : about;
  return t("desk-undo", { act: t(`act-${undo.kind}`, { about: named }) });
}
