/** Who this page is: the token of its access link (`#t=…`, in the fragment, which browsers send to nobody), its device (R7). */
import { commandId } from "./outbox.ts";

const KEPT_TOKEN = "palabra-token:";

/**
 * The token of this page: from its address, else kept from before in this tab. Empty: the public.
 *
 * It stays in the address, so that a reload, a bookmark or a television that starts again opens the same page;
 * the tab's storage is for addresses whose fragment was lost on the way.
 */
export function tokenOfPage(hash = location.hash, path = location.pathname): string {
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("t") ?? "";
  try {
    if (token) sessionStorage.setItem(KEPT_TOKEN + path, token);
    return token || (sessionStorage.getItem(KEPT_TOKEN + path) ?? "");
  } catch {
    return token; // storage is switched off: the address alone has to do
  }
}

/** A device has a name of chance that tells nothing but that it is the same one again. */
const KEPT_DEVICE = "palabra-device";
const ofThisPage = commandId();

/** Kept in this browser for who has an access link; for the public, as long as the page is open. */
export function deviceOf(token: string): string {
  if (!token) return ofThisPage;
  try {
    const kept = localStorage.getItem(KEPT_DEVICE) ?? ofThisPage;
    localStorage.setItem(KEPT_DEVICE, kept);
    return kept;
  } catch {
    return ofThisPage; // storage is switched off: each page counts as a device
  }
}
