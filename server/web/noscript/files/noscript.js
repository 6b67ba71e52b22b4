// In old words, for old browsers. Where the live face cannot run, the page is fetched anew every few seconds, as
// <noscript> does where no script runs at all. A page opened by a personal link is not the public's: it stays
// hidden until it is clear that the live face does not come.
(function () {
  var root = document.documentElement;
  if (location.hash) root.className += " p-waits";
  addEventListener("load", function () {
    if (window.palabra) return; // the live face has connected, or is about to (web_client/shared/live.svelte.ts)
    root.className = root.className.replace(" p-waits", "");
    setTimeout(function () {
      location.reload();
    }, 5000);
  });
})();
