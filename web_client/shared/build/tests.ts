/** The tests of both workspaces in one run: `vitest run --config web_client/shared/build/tests.ts`. */
import { resolve } from "node:path";

import { defineConfig } from "vitest/config";

import { repository } from "./faces.ts";

export default defineConfig({
  root: repository,
  test: {
    projects: ["web_client", "moderator_console"].map((workspace) => resolve(repository, workspace)),
  },
});
