/** Steps in words: "Round 1 · Exchange". */
import { t } from "@shared/i18n.svelte.ts";
import type { Step } from "@shared/wire.gen.ts";

export function stepName(step: Step): string {
  const phase = t(`phase-${step.phase ?? "scheduled"}`);
  return step.round ? t("desk-step-of-round", { round: step.round, phase }) : phase;
}
