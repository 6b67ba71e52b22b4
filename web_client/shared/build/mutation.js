/**
 * Stryker's settings (`make mutation-web`): does a test fail for each small change of what the faces share?
 *
 * Stryker changes the sources, in a copy, asks once which test reaches which change, and reports. It would then start
 * vitest anew for each of them, for hours; here all are tried in a few runs of it (mutation_runner.ts), in minutes. What
 * is known is kept after each of these runs in .cache: a run that was broken off goes on from there.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

import { MutantRunStatus } from "@stryker-mutator/api/test-runner";
import { strykerPlugins as official } from "@stryker-mutator/vitest-runner";

/** @typedef {import("@stryker-mutator/api/core").MutantCoverage} MutantCoverage */
/** @typedef {import("@stryker-mutator/api/test-runner").TestRunner} TestRunner */
/** @typedef {import("./mutation_runner.ts").Found} Found */
/** @typedef {import("./mutation_runner.ts").Plan} Plan */
/** @typedef {[test: string, mutant: string]} Pair */
/**
 * @typedef {object} Progress
 * @property {string} of the sources and tests
 * @property {MutantCoverage["perTest"]} perTest
 * @property {Record<string, { test: string, message: string }>} killed
 * @property {Pair[]} left
 * @property {Pair[]} later
 * @property {string[]} spoilers
 * @property {Record<string, number>} deaths how often a mutant was on when the process came to its end
 * @property {number} round
 */
/** @typedef {TestRunner & { ctx: import("vitest/node").Vitest, resetContext(): void }} VitestRunner */

const SHARED = "web_client/shared";
const CACHE = ".cache/mutation-web";
/** What is known so far; the tests run in the copy. */
const KEPT = "../../progress.json";
/** The test and the mutant that are being tried. */
const TRYING = "../../trying.json";
/** A mutant that was on at that many ends of the process has caused them: it takes all memory there is, say. */
const DEATHS = 2;
/** Each tries what the one before has put off; what is left after the last one counts as unnoticed. */
const ROUNDS = 12;

/**
 * Stryker's runner of vitest, which at the first question answers for all changes at once.
 * @param {import("@stryker-mutator/api/plugin").Injector<import("@stryker-mutator/api/plugin").PluginContext>} injector
 * @returns {TestRunner}
 */
function atOnce(injector) {
  const logger = injector.resolve("logger");
  const say = (/** @type {string} */ said) => {
    logger.info(said);
  };
  const [plugin] = official;
  if (!plugin) throw new Error("Stryker's runner of vitest is not there");
  const runner = /** @type {VitestRunner} */ (/** @type {unknown} */ (plugin.factory(injector)));
  const firstRun = runner.dryRun.bind(runner);
  /** @type {Promise<Progress> | undefined} */
  let finished;
  // What a mutant has left running may end a worker of vitest that is already done with its tests.
  process.on("uncaughtException", (problem) => {
    if (problem.message !== "Worker exited unexpectedly") process.exit(1);
    say(`after the tests of a page: ${problem.message}`);
  });
  process.once("disconnect", () => {
    rmSync(TRYING, { force: true });
    process.exit(); // Stryker was stopped
  });
  return Object.assign(runner, {
    /** @type {TestRunner["dryRun"]} */
    async dryRun(options) {
      const result = await firstRun(options);
      if (result.status === "complete" && result.mutantCoverage && !kept())
        keep(begun(result.mutantCoverage));
      return result;
    },
    /** @type {TestRunner["mutantRun"]} */
    async mutantRun({ activeMutant, testFilter = [] }) {
      finished ??= finish(runner, say);
      const by = (await finished).killed[activeMutant.id];
      const nrOfTests = testFilter.length;
      if (!by) return { status: MutantRunStatus.Survived, nrOfTests };
      return { status: MutantRunStatus.Killed, killedBy: [by.test], failureMessage: by.message, nrOfTests };
    },
  });
}
atOnce.inject = /** @type {const} */ (["$injector"]);

/**
 * A module's own tests are asked first, the others about what is left.
 * @param {MutantCoverage} coverage
 * @returns {Progress}
 */
function begun({ perTest }) {
  const own = ownTests();
  const isOwn = (/** @type {Pair} */ [test, mutant]) => own.get(mutant)?.test(test) ?? false;
  const pairs = Object.entries(perTest).flatMap(([test, hits]) =>
    Object.keys(hits).map((mutant) => /** @type {Pair} */ ([test, mutant])),
  );
  const left = pairs.filter(isOwn);
  return {
    of: sources(),
    perTest,
    killed: {},
    left,
    later: pairs.filter((pair) => !isOwn(pair)),
    spoilers: [],
    deaths: {},
    round: 0,
  };
}

/**
 * Try what is left, round by round.
 * @param {VitestRunner} runner
 * @param {(said: string) => void} say
 */
async function finish(runner, say) {
  const progress = kept();
  if (!progress) throw new Error("nothing is known of what the tests reach");
  bury(progress, say);
  while (progress.left.length > 0 && progress.round < ROUNDS) {
    progress.round += 1; // a round that breaks down counts too
    keep(progress);
    const now = fitForOnePage(progress.left, new Set(progress.spoilers));
    const killed = Object.keys(progress.killed).length;
    say(
      `round ${progress.round}: ${now.length} of ${progress.left.length} pairs of test and mutant, ${killed} mutants killed`,
    );
    for (const file of new Set(now.map(fileOf))) {
      const pairs = now.filter((pair) => fileOf(pair) === file && !progress.killed[pair[1]]);
      if (pairs.length > 0) take(progress, pairs, await tried(runner, planOf(pairs, progress.perTest)), say);
      keep(progress);
    }
  }
  if (progress.left.length > 0)
    say(`not tried: ${progress.left.length} pairs of test and mutant, which spoil their page`);
  return progress;
}

/**
 * What was being tried when the process came to its end is tried again, last and in a page of its own; if it ends that
 * one too, it was noticed.
 * @param {Progress} progress
 * @param {(said: string) => void} say
 */
function bury(progress, say) {
  if (!existsSync(TRYING)) return;
  const [test, mutant] = /** @type {Pair} */ (JSON.parse(readFileSync(TRYING, "utf-8")));
  rmSync(TRYING);
  const deaths = (progress.deaths[mutant] = (progress.deaths[mutant] ?? 0) + 1);
  say(`the process came to its end with mutant ${mutant} on, in ${test}`);
  if (deaths < DEATHS) {
    progress.spoilers.push(mutant);
  } else {
    progress.killed[mutant] = { test: relative("", test), message: "the process came to its end" };
    progress.left = progress.left.filter(([, left]) => left !== mutant);
  }
}

/** @param {Pair} pair */
function fileOf([test]) {
  return test.split("#")[0] ?? "";
}

/**
 * @param {Pair[]} pairs
 * @param {MutantCoverage["perTest"]} perTest
 */
function planOf(pairs, perTest) {
  /** @type {Plan} */
  const plan = {};
  for (const [test, mutant] of pairs) (plan[test] ??= {})[mutant] = perTest[test]?.[mutant] ?? 1;
  return plan;
}

/**
 * What a round has found out.
 * @param {Progress} progress
 * @param {Pair[]} now what was to be tried
 * @param {[test: string, found: Found][]} results
 * @param {(said: string) => void} say
 */
function take(progress, now, results, say) {
  const answered = new Set(results.map(([test]) => test));
  const tried = new Set(now.filter(([test]) => answered.has(test)));
  /** @type {Pair[]} */
  const again = [];
  for (const [test, { unrepeatable, killed, spoilt, putOff }] of results) {
    if (unrepeatable !== undefined)
      say(`says nothing, for it fails when it is run twice: ${test}: ${unrepeatable}`);
    for (const [mutant, message] of Object.entries(killed)) progress.killed[mutant] ??= { test, message };
    progress.spoilers.push(...spoilt);
    for (const mutant of putOff) again.push([test, mutant]);
  }
  progress.left = [...progress.left.filter((pair) => !tried.has(pair)), ...again, ...progress.later].filter(
    ([, mutant]) => !progress.killed[mutant],
  );
  progress.later = [];
}

/** What is known already of these very sources and tests: a run that was broken off goes on from there. */
function kept() {
  try {
    const progress = /** @type {Progress} */ (JSON.parse(readFileSync(KEPT, "utf-8")));
    return progress.of === sources() ? progress : undefined;
  } catch {
    return undefined; // none yet
  }
}

/** @param {Progress} progress */
function keep(progress) {
  writeFileSync(`${KEPT}.new`, JSON.stringify(progress));
  renameSync(`${KEPT}.new`, KEPT);
}

/** A digest of everything in the copy that a result depends on. */
function sources() {
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  for (const folder of [SHARED, "server/locale"]) {
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf-8" }).sort()) {
      if (/\.\w+$/.test(path)) hash.update(path).update(readFileSync(`${folder}/${path}`));
    }
  }
  return hash.digest("hex");
}

/**
 * Of these pairs those that one page per file of tests can try: mutants that spoil a page come last, and alone.
 * @param {Pair[]} pairs
 * @param {Set<string>} spoilers
 */
function fitForOnePage(pairs, spoilers) {
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
  ctx.provide("trying", resolve(TRYING));
  runner.resetContext();
  await ctx.start([...new Set(Object.keys(absolute).map((test) => test.split("#")[0] ?? ""))]);
  rmSync(TRYING, { force: true });
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
