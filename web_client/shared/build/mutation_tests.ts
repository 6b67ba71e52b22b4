/** The tests that mutations of `shared` must make fail (mutation.js): its own, but for those that read sources. */
import { realpathSync } from "node:fs";
import { resolve } from "node:path";

import type { Plugin } from "vite";
import { mergeConfig } from "vitest/config";
import type { TestProject } from "vitest/node";

import { faces, repository } from "./faces.ts";

/** What a test of sources finds in a mutated one is Stryker's, not ours. */
const OF_SOURCES = ["catalogues", "literals", "structure", "tokens"];

/** Stryker sets other ones: each file would load jsdom anew. */
const quick: Plugin = {
  name: "palabra-quick-mutations",
  configureVitest({ project }: { project: TestProject }) {
    Object.assign(project.config, { pool: "vmThreads", isolate: false, maxWorkers: 2 });
  },
};

export default mergeConfig(faces(resolve(repository, "web_client"), "assets"), {
  plugins: [quick],
  server: { fs: { allow: [realpathSync(resolve(repository, "node_modules"))] } }, // the copy has a link to it
  test: {
    runner: resolve(repository, "web_client/shared/build/mutation_runner.ts"),
    testTimeout: 10_000, // a mutant may make a test wait for ever
    include: ["shared/**/*.test.ts"],
    exclude: OF_SOURCES.map((name) => `shared/${name}.test.ts`),
  },
});
