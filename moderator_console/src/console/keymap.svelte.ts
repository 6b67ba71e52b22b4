/** The keys as they are set on this device: each can be changed or switched off (WCAG 2.1.4). */
import { DEFAULT_KEYS, KEY_ACTS, type KeyAct, type Keys } from "./keys.ts";

const KEPT = "palabra-keys";

/** What was changed on this device; anything that is not a key of an act of today is left out. */
function kept(): Partial<Keys> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    const entries = Object.entries(found).filter(
      ([act, combo]) => KEY_ACTS.some((one) => one === act) && typeof combo === "string",
    );
    return Object.fromEntries<string>(entries);
  } catch {
    return {}; // storage is switched off, or holds something else: the printed keys are the usual ones
  }
}

/** Which key does what, here and now; reactive, so that what is printed on the buttons follows. */
export const KEYS: Keys = $state({ ...DEFAULT_KEYS, ...kept() });

/** Give an act another key; an empty one switches its key off. */
export function setKey(act: KeyAct, combo: string): void {
  KEYS[act] = combo;
  keep();
}

/** The usual keys again. */
export function resetKeys(): void {
  Object.assign(KEYS, DEFAULT_KEYS);
  keep();
}

/** Only what differs is kept: a key that gets another default later follows it. */
function keep(): void {
  const changed = KEY_ACTS.filter((act) => KEYS[act] !== DEFAULT_KEYS[act]);
  try {
    localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(changed.map((act) => [act, KEYS[act]]))));
  } catch {
    // As above: the choice lasts as long as the page.
  }
}
