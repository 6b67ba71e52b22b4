/** How a workspace of faces is built and tested: shared by web_client and moderator_console. */
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { ViteUserConfig } from "vitest/config"; // the type only: `make run` installs no vitest

import { compressed } from "./compress.ts";
import { oldest } from "./oldest.ts";
import { startup } from "./startup.ts";

export const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** Where modules outside a workspace lie. tsconfig.base.json says the same to the type checker. */
export const alias = {
  "@shared": resolve(repository, "web_client/shared"),
  "@locale": resolve(repository, "server/locale"),
};

/**
 * The Vite configuration of one workspace. Every *.html in its folder is a page, built to the same name in dist/.
 * @param folder the workspace, absolute
 * @param assets folder of scripts, styles and fonts, in dist/ and in addresses; differs between the workspaces, so
 *   that one origin can serve both
 */
export function faces(folder: string, assets: string): ViteUserConfig {
  return {
    root: folder,
    base: "./", // under whatever prefix a proxy puts the server, scripts lie beside the page
    plugins: [svelte(), startup(assets), compressed(assets)],
    resolve: {
      alias,
      // Under vitest Svelte would resolve to its server build, which cannot mount.
      ...(process.env.VITEST ? { conditions: ["browser"] } : {}),
    },
    css: { postcss: { plugins: [oldest()] } },
    build: {
      assetsDir: assets,
      target: ["chrome79", "safari14", "firefox78"], // README, "Browsers"; what their library lacks: polyfills.ts
      rolldownOptions: {
        input: readdirSync(folder)
          .filter((name) => name.endsWith(".html"))
          .map((name) => resolve(folder, name)),
      },
    },
    server: { fs: { allow: [repository] } }, // a workspace reads what lies beside it, under vitest too
    test: {
      environment: "jsdom",
      // Each file has a page of its own, as with other pools; jsdom itself is loaded once per worker, not per file.
      pool: "vmThreads",
      // By itself vitest leaves one processor free, and to a single worker it gives all files in one page.
      maxWorkers: Math.max(2, availableParallelism()),
      testTimeout: 30_000, // the first test of a file waits for it to be compiled; on a busy machine that takes its time
      include: ["{shared,src}/**/*.test.ts"],
      // The first takes each test's components away after it.
      setupFiles: [
        "@testing-library/svelte/vitest",
        resolve(repository, "web_client/shared/testing/own_page.ts"),
      ],
      server: { deps: { inline: [/@testing-library\/svelte/] } }, // has runes of its own to compile
    },
  };
}
