/** Keeps the screen of a device lit. */

/**
 * From now until the function returned is called. Browsers allow it over TLS only, and give it up whenever the page
 * is hidden; elsewhere nothing happens.
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let wanted = true;

  async function ask(): Promise<void> {
    if (!("wakeLock" in navigator) || document.visibilityState !== "visible") return;
    const given = await navigator.wakeLock.request("screen").catch(() => undefined); // a low battery has its say
    if (wanted) lock = given;
    else await given?.release();
  }
  const again = () => void ask();

  document.addEventListener("visibilitychange", again);
  again();
  return () => {
    wanted = false;
    document.removeEventListener("visibilitychange", again);
    void lock?.release();
  };
}
