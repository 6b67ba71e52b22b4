/** The personal link of a seat, a console or a screen: `#t=…`, in the fragment, which browsers send to nobody. */

const KEPT = "palabra-token:";

/**
 * The token of this page: from its address, else kept from before in this tab. Empty: the public.
 *
 * It stays in the address, so that a reload, a bookmark or a television that starts again opens the same link;
 * the tab's storage is for addresses whose fragment was lost on the way.
 */
export function tokenOfPage(hash = location.hash, path = location.pathname): string {
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("t") ?? "";
  try {
    if (token) sessionStorage.setItem(KEPT + path, token);
    return token || (sessionStorage.getItem(KEPT + path) ?? "");
  } catch {
    return token; // storage is switched off: the address alone has to do
  }
}
