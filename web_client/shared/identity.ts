/** Who this page is: the token of its access link (`#t=…`, in the fragment, which browsers send to nobody), its device (R7). */
import { commandId } from "./outbox.ts";

const KEPT_TOKEN = "palabra-token:";

/** Letters of a token (server/access/links.py, TOKEN_BYTES in base64url). */
const TOKEN_LENGTH = 24;

/**
 * The token in the fragment of an address, without what mail, chats and people put around and into it: a full stop, a
 * bracket, quotes, spaces, line breaks, hyphens and spaces that cannot be seen. None of it belongs to base64url.
 */
function tokenIn(hash: string): string {
  let text = hash;
  try {
    text = decodeURIComponent(hash);
  } catch {
    // a percent sign of nobody's making: it is left out below
  }
  const [, value = ""] = /[#&]\s*t=([^&]*)/.exec(text) ?? [];
  return value.replace(/[^\w-]/g, "").slice(0, TOKEN_LENGTH);
}

/** Whether a part of the token is missing: no link is so short. */
export function isIncomplete(token: string): boolean {
  return token.length > 0 && token.length < TOKEN_LENGTH;
}

/**
 * Call `moved` when the address of the open page gets another token: who sits here is whose link is in the bar. An
 * address that has lost its fragment says nothing about it.
 * @returns stops watching
 */
export function watchToken(token: string, moved: () => void): () => void {
  const look = (): void => {
    const now = tokenIn(location.hash);
    if (now !== "" && now !== token) moved();
  };
  addEventListener("hashchange", look);
  return () => {
    removeEventListener("hashchange", look);
  };
}

/**
 * The token of this page: from its address, else kept from before in this tab. Empty: the public.
 *
 * It stays in the address, so that a reload, a bookmark or a television that starts again opens the same page;
 * the tab's storage is for addresses whose fragment was lost on the way.
 */
export function tokenOfPage(hash = location.hash, path = location.pathname): string {
  const token = tokenIn(hash);
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
