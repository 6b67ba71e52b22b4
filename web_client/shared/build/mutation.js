/**
 * Stryker's settings (`make mutation-web`): does a test fail for each small change of what the faces share?
 *
 * Stryker changes the sources, in a copy, asks once which test reaches which change, and reports. It would then start
 * vitest anew for each of them, for hours; here all are tried in a few runs of it (mutation_runner.ts), in minutes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { MutantRunStatus } from "@stryker-mutator/api/test-runner";
import { strykerPlugins as official } from "@stryker-mutator/vitest-runner";

/** @typedef {import("@stryker-mutator/api/core").MutantCoverage} MutantCoverage */
/** @typedef {import("@stryker-mutator/api/test-runner").TestRunner} TestRunner */
/** @typedef {import("./mutation_runner.ts").Found} Found */
/** @typedef {import("./mutation_runner.ts").Plan} Plan */
/** @typedef {[test: string, mutant: string]} Pair */
/** @typedef {TestRunner & { ctx: import("vitest/node").Vitest, resetContext(): void }} VitestRunner */

const SHARED = "web_client/shared";
const CACHE = ".cache/mutation-web";
/** Each tries what the one before has put off; what is left after the last one counts as unnoticed. */
const ROUNDS = 12;

/**
 * Stryker's runner of vitest, which at the first question answers for all changes at once.
 * @param {import("@stryker-mutator/api/plugin").Injector<import("@stryker-mutator/api/plugin").PluginContext>} injector
 * @returns {TestRunner}
 */
function atOnce(injector) {
  const logger = injector.resolve("logger");
  const [plugin] = official;
  if (!plugin) throw new Error("Stryker's runner of vitest is not there");
  const runner = /** @type {VitestRunner} */ (/** @type {unknown} */ (plugin.factory(injector)));
  const firstRun = runner.dryRun.bind(runner);
  /** @type {MutantCoverage | undefined} */
  let coverage;
  /** @type {Promise<Map<string, { test: string, message: string }>> | undefined} */
  let killed;
  return Object.assign(runner, {
    /** @type {TestRunner["dryRun"]} */
    async dryRun(options) {
      const result = await firstRun(options);
      if (result.status === "complete") coverage = result.mutantCoverage;
      return result;
    },
    /** @type {TestRunner["mutantRun"]} */
    async mutantRun({ activeMutant, testFilter = [] }) {
      if (!coverage) throw new Error("nothing is known of what the tests reach");
      killed ??= killedMutants(runner, coverage, (said) => {
        logger.info(said);
      });
      const by = (await killed).get(activeMutant.id);
      const nrOfTests = testFilter.length;
      if (!by) return { status: MutantRunStatus.Survived, nrOfTests };
      return { status: MutantRunStatus.Killed, killedBy: [by.test], failureMessage: by.message, nrOfTests };
    },
  });
}
atOnce.inject = /** @type {const} */ (["$injector"]);

/**
 * Which test fails with which mutant. A module's own tests are asked first, the others about what is left.
 * @param {VitestRunner} runner
 * @param {MutantCoverage} coverage
 * @param {(said: string) => void} say
 */
async function killedMutants(runner, { perTest }, say) {
  /** @type {Map<string, { test: string, message: string }>} */
  const killed = new Map();
  const own = ownTests();
  /** @type {Pair[]} */
  const pairs = Object.entries(perTest).flatMap(([test, hits]) =>
    Object.keys(hits).map((mutant) => /** @type {Pair} */ ([test, mutant])),
  );
  const isOwn = (/** @type {Pair} */ [test, mutant]) => own.get(mutant)?.test(test) ?? false;
  let others = pairs.filter((pair) => !isOwn(pair));
  let left = pairs.filter(isOwn);
  /** @type {Set<string>} */
  const spoilers = new Set();
  for (let round = 1; left.length > 0 && round <= ROUNDS; round += 1) {
    const now = fitForOnePage(left, spoilers);
    say(
      `round ${round}: ${now.length} of ${left.length} pairs of test and mutant, ${killed.size} mutants killed`,
    );
    /** @type {Plan} */
    const plan = {};
    for (const [test, mutant] of now) (plan[test] ??= {})[mutant] = perTest[test]?.[mutant] ?? 1;
    /** @type {Pair[]} */
    const again = [];
    for (const [test, found] of await tried(runner, plan)) {
      if (found.unrepeatable !== undefined)
        say(`says nothing, for it fails when it is run twice: ${test}: ${found.unrepeatable}`);
      for (const [mutant, message] of Object.entries(found.killed))
        if (!killed.has(mutant)) killed.set(mutant, { test, message });
      for (const mutant of found.spoilt) spoilers.add(mutant);
      if (found.spoilt.length > 0) say(`mutant ${found.spoilt.join(", ")} leaves something behind: ${test}`);
      for (const mutant of found.putOff) again.push([test, mutant]);
    }
    const done = new Set(now);
    left = [...left.filter((pair) => !done.has(pair)), ...again, ...others].filter(
      ([, mutant]) => !killed.has(mutant),
    );
    others = [];
  }
  return killed;
}

/**
 * Of these pairs those that one page per file of tests can try: mutants that spoil a page come last, and alone.
 * @param {Pair[]} pairs
 * @param {Set<string>} spoilers
 */
function fitForOnePage(pairs, spoilers) {
  const fileOf = (/** @type {Pair} */ [test]) => test.split("#")[0];
  return [...new Set(pairs.map(fileOf))].flatMap((file) => {
    const ofFile = pairs.filter((pair) => fileOf(pair) === file);
    const harmless = ofFile.filter(([, mutant]) => !spoilers.has(mutant));
    return harmless.length > 0 ? harmless : ofFile.filter(([, mutant]) => mutant === ofFile[0]?.[1]);
  });
}

/**
 * By mutant: how the paths of its module's own tests look. Stryker has numbered the mutants in the copy.
 * @returns {Map<string, RegExp>}
 */
function ownTests() {
  return new Map(
    readdirSync(SHARED, { recursive: true, encoding: "utf-8" })
      .filter((path) => /\.(?:ts|svelte)$/.test(path) && !/\.(?:test|gen)\.ts$|^(?:build|testing)/.test(path))
      .flatMap((path) => {
        const tests = path.startsWith("components/")
          ? /\/components\//
          : new RegExp(`shared/${path.split(".")[0] ?? ""}`);
        const mutants = readFileSync(`${SHARED}/${path}`, "utf-8").matchAll(/stryMutAct_\w+\("(\d+)"\)/g);
        return [...mutants].map(([, mutant = ""]) => /** @type {[string, RegExp]} */ ([mutant, tests]));
      }),
  );
}

/**
 * What each test has found out.
 * @param {VitestRunner} runner
 * @param {Plan} plan
 * @returns {Promise<[test: string, found: Found][]>}
 */
async function tried(runner, plan) {
  const { ctx } = runner;
  const absolute = Object.fromEntries(
    Object.entries(plan).map(([test, mutants]) => [resolve(test), mutants]),
  );
  const names = new Map(Object.keys(plan).map((test) => [resolve(test), test]));
  ctx.provide("plan", absolute);
  runner.resetContext();
  await ctx.start([...new Set(Object.keys(absolute).map((test) => test.split("#")[0] ?? ""))]);
  return ctx.state
    .getFiles()
    .flatMap((file) => file.meta.found ?? [])
    .map(([test, found]) => [names.get(test) ?? test, found]);
}

export const strykerPlugins = [{ kind: "TestRunner", name: "at-once", factory: atOnce }];

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "at-once",
  vitest: { configFile: `${SHARED}/build/mutation_tests.ts`, related: false },
  plugins: ["@stryker-mutator/vitest-runner", fileURLToPath(import.meta.url)],
  mutate: [`${SHARED}/**/*.{ts,svelte}`, `!${SHARED}/**/*.{test,gen}.ts`, `!${SHARED}/{build,testing}/**`],
  // What the tests need.
  ignorePatterns: [
    "/*",
    "/web_client/*",
    "/server/*",
    `!/${SHARED}`,
    "!/server/locale",
    "!/*.json",
    "!/web_client/*.{js,json}",
  ],
  // A module's constants change while it is loaded: each of them would need a run of its own.
  ignoreStatic: true,
  reporters: ["clear-text", "html"],
  htmlReporter: { fileName: `${CACHE}/report.html` },
  clearTextReporter: { logTests: false, reportTests: false },
  tempDirName: `${CACHE}/copy`,
  cleanTempDir: "always",
  concurrency: 1, // vitest has two workers
  timeoutMS: 3_600_000, // the first answer is that for all
  disableBail: true,
  thresholds: { high: 90, low: 80, break: 80 },
};
