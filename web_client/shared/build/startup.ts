/** Every page begins with a script that says so where the face does not come up (startup.js). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { Plugin } from "vite";

const source = readFileSync(new URL("startup.js", import.meta.url), "utf-8");

/** @param assets the folder of scripts and styles, in dist/ and in addresses */
export function startup(assets: string): Plugin {
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  const fileName = `${assets}/startup-${hash}.js`;
  return {
    name: "palabra-startup",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source });
    },
    transformIndexHtml: () => [{ tag: "script", attrs: { src: `./${fileName}` }, injectTo: "head-prepend" }],
  };
}
