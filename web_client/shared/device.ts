/** Which device this is (R7): a name of chance that tells nothing but that it is the same one again. */
import { commandId } from "./outbox.ts";

const KEPT = "palabra-device";
const ofThisPage = commandId();

/** Kept in this browser for who has a personal link; for the public, as long as the page is open. */
export function deviceOf(token: string): string {
  if (!token) return ofThisPage;
  try {
    const kept = localStorage.getItem(KEPT) ?? ofThisPage;
    localStorage.setItem(KEPT, kept);
    return kept;
  } catch {
    return ofThisPage; // storage is switched off: each page counts as a device
  }
}
