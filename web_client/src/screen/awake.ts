/** Keeps the screen from going dark. Browsers allow it to pages that came over TLS only; elsewhere the machine's own
 *  settings have to do. */
export async function stayAwake(): Promise<void> {
  // The type says it is always there; over plain HTTP it is not.
  const { wakeLock } = navigator as Partial<Pick<Navigator, "wakeLock">>;
  if (wakeLock === undefined) return;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== "visible") return;
    await wakeLock.request("screen").catch(() => undefined); // refused on low battery: nothing to be done here
  };
  document.addEventListener("visibilitychange", () => void ask());
  await ask();
}
