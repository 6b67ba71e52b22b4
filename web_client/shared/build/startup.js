/* Says so where a face does not come up, in words and without any library: for browsers older than ours, for scripts
   that were lost on the way. Then it tries again by itself. Says as well which styles the browser lacks. Written for
   browsers of any age. */
(function () {
  "use strict";
  var PATIENCE_MS = 15000;
  var AGAIN_MS = 30000;
  var DRAWN_AGAIN_MS = 5000;
  var WORDS = [
    [
      "es",
      "Esta página no puede mostrarse en este navegador. Se intenta de nuevo. Actualice el navegador o use otro; también puede seguir el diálogo aquí:",
    ],
    [
      "en",
      "This page cannot be shown in this browser. It is tried again. Update the browser or use another; you can also follow the dialogue here:",
    ],
    [
      "pt",
      "Esta página não pode ser mostrada neste navegador. Tenta-se de novo. Atualize o navegador ou use outro; também pode acompanhar o diálogo aqui:",
    ],
    [
      "fr",
      "Cette page ne peut pas s’afficher dans ce navigateur. Un nouvel essai est en cours. Mettez le navigateur à jour ou prenez-en un autre ; vous pouvez aussi suivre le dialogue ici :",
    ],
  ];
  var told = false;

  /* Where gap keeps nothing apart in a flexbox, margins do (build/oldest.ts). No @supports can tell. */
  function gapsAreKept() {
    var box = document.createElement("div");
    box.style.cssText = "position:absolute;display:flex;flex-direction:column;row-gap:1px";
    box.appendChild(document.createElement("div"));
    box.appendChild(document.createElement("div"));
    document.documentElement.appendChild(box);
    var kept = box.scrollHeight === 1;
    document.documentElement.removeChild(box);
    return kept;
  }
  if (!gapsAreKept()) document.documentElement.className += " no-flex-gap";

  function tell() {
    if (told || window.palabraIsUp) return;
    told = true;
    var drawn = document.querySelector(".noscript");
    if (!drawn) {
      var face = document.getElementById("face") || document.body;
      var box = document.createElement("main");
      box.setAttribute("role", "alert");
      box.style.cssText = "max-width:40em;margin:10vh auto;padding:0 1em;font:1.1em/1.5 sans-serif";
      WORDS.forEach(function (words) {
        var line = document.createElement("p");
        line.lang = words[0];
        line.appendChild(document.createTextNode(words[1] + " "));
        var link = document.createElement("a");
        link.href = "./?lang=" + words[0];
        link.appendChild(document.createTextNode("Palabra"));
        line.appendChild(link);
        box.appendChild(line);
      });
      while (face.firstChild) face.removeChild(face.firstChild);
      face.appendChild(box);
    }
    document.documentElement.className = document.documentElement.className.replace(" p-waits", "");
    setTimeout(
      function () {
        if (!window.palabraIsUp) location.reload();
      },
      drawn ? DRAWN_AGAIN_MS : AGAIN_MS,
    );
  }

  /* Also of a script that could not be fetched: such an event does not rise, it can only be caught on its way down. */
  addEventListener(
    "error",
    function (event) {
      var source = event.target;
      if (source === window || (source && source.tagName === "SCRIPT")) tell();
    },
    true,
  );
  addEventListener("unhandledrejection", tell);
  addEventListener("load", function () {
    setTimeout(tell, PATIENCE_MS);
  });
})();
