/**
 * The Vite server of `make dev` (.ci/dev.py starts it): the faces of both workspaces from their sources, replaced in the
 * browser as they change, under the addresses that the server gives them; everything else comes from the server itself.
 * `/` and `/screen` come without the page that the server draws into them.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

import { alias, repository } from "./faces.ts";
import svelteConfig from "./svelte.js";

const WORKSPACES = ["web_client", "moderator_console"];
const { PORT = "8012", PALABRA_SERVER = "" } = process.env;

/** The document of a page by its address: "/" is index.html, "/floor" floor.html of whichever workspace has it. */
function documentOf(address: string): string | undefined {
  const [path = ""] = address.split("?");
  const name = path === "/" ? "index" : path.slice(1);
  return WORKSPACES.map((workspace) => `/${workspace}/${name}.html`).find(
    (file) => /^\w+$/.test(name) && existsSync(resolve(repository, `.${file}`)),
  );
}

/** Pages under the server's addresses. Their own addresses of scripts begin in their workspace. */
function pages(): Plugin {
  return {
    name: "palabra-pages",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = documentOf(request.url ?? "") ?? request.url;
        next();
      });
    },
    transformIndexHtml: {
      order: "pre",
      handler: (html, { path }) => html.replaceAll('="/src/', `="/${path.split("/")[1] ?? ""}/src/`),
    },
  };
}

const server = { target: PALABRA_SERVER, changeOrigin: false };

export default defineConfig({
  root: repository,
  // Vite names styles by their files here: they are replaced one by one.
  plugins: [svelte({ ...svelteConfig, compilerOptions: { runes: true }, configFile: false }), pages()],
  resolve: { alias },
  cacheDir: resolve(repository, ".cache/vite"),
  clearScreen: false,
  logLevel: "warn",
  appType: "mpa",
  optimizeDeps: { entries: WORKSPACES.map((workspace) => `${workspace}/*.html`) },
  server: {
    host: "127.0.0.1",
    port: Number(PORT),
    strictPort: true,
    watch: { ignored: ["**/.venv/**", "**/.cache/**", "**/data/**", "**/dist/**", "**/*.py", "**/tests/**"] },
    proxy: {
      "^/(api|healthz|metrics|plain)": server,
      "/socket.io": { ...server, ws: true },
    },
  },
});
