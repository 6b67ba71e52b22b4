/**
 * How vitest runs a test under `make mutation-web`: once as it is, once more, and once with each mutant that it reaches.
 *
 * Stryker alone starts vitest for every mutant, which takes seconds; a test takes milliseconds. Here a file of tests is
 * loaded once, and its mutants are switched on one after the other. What one has left behind must not kill another: when
 * a test fails it is run once more without any mutant, and if it fails then too, whatever was not tried yet in this page
 * is put off to a new one.
 */
import { writeFileSync } from "node:fs";

import type { File, Suite, Task, Test } from "@vitest/runner";
import { getFn } from "vitest/suite";
import { VitestTestRunner } from "vitest/runners";

/** Mutants by test, and how often each of them is reached by it. */
export type Plan = Record<string, Record<string, number>>;

declare module "vitest" {
  interface ProvidedContext {
    plan: Plan;
    /** The file that says which mutant is being tried. */
    trying: string;
    globalNamespace: string;
  }
}
declare module "@vitest/runner" {
  interface TaskMeta {
    /** Of a file: what its tests have found out, by path and name. */
    found?: [test: string, found: Found][];
  }
}

/** What a test has found out. */
export interface Found {
  /** The mutants that made it fail, and how. */
  killed: Record<string, string>;
  /** To be tried again in another page. */
  putOff: string[];
  /** With which the page became unfit for others. */
  spoilt: string[];
  /** It fails when it is run twice: it says nothing of mutants. */
  unrepeatable?: string;
}

/** What Stryker's instrumented sources look at. */
interface Switch {
  activeMutant: string | undefined;
  hitCount: number;
  hitLimit: number;
}

/** Beyond that many times as often as without mutants, a loop does not end. */
const PATIENCE = 100;

type Step = { kind: "clean" | "again" | "over" } | { kind: "mutant" | "check"; mutant: string };

const nameOf = (task: Task): string =>
  [...(task.suite ? [nameOf(task.suite)] : []), task.name].join(" ").trim();
const idOf = (test: Test): string => `${test.file.filepath}#${nameOf(test)}`;
const testsOf = (task: Task): Test[] => (task.type === "test" ? [task] : task.tasks.flatMap(testsOf));

export default class MutationRunner extends VitestTestRunner {
  readonly #mutants = new Map<Test, [id: string, hits: number][]>();
  readonly #found = new Map<Test, Found>();
  readonly #killed = new Set<string>();
  readonly #tried = new Set<string>();
  #step: Step = { kind: "over" };
  #failure: string | undefined;
  #dirty = false;

  get #plan(): Plan | undefined {
    return this.injectValue("plan") as Plan | undefined;
  }

  get #switch(): Switch {
    return Reflect.get(globalThis, this.injectValue("globalNamespace") as string) as Switch;
  }

  onCollected(files: File[]): void {
    const plan = this.#plan;
    if (!plan) return; // Stryker's own first run: which test reaches which mutants
    for (const test of files.flatMap(testsOf)) {
      const mutants = Object.entries(plan[idOf(test)] ?? {});
      if (mutants.length === 0) test.mode = "skip";
      this.#mutants.set(test, mutants);
      this.#found.set(test, { killed: {}, putOff: [], spoilt: [] });
      Object.assign(test, { repeats: 1 + 2 * mutants.length });
    }
  }

  override onBeforeTryTask(test: Test, at?: { repeats: number }): void {
    super.onBeforeTryTask(test);
    if (!this.#plan || !at) return;
    this.#step = this.#next(test, at.repeats);
    Object.assign(test.result ?? {}, { state: "run", errors: undefined });
    const hits = this.#step.kind === "mutant" ? (this.#hits(test)[this.#step.mutant] ?? 1) : 0;
    Object.assign(this.#switch, {
      activeMutant: this.#step.kind === "mutant" ? this.#step.mutant : undefined,
      hitCount: 0,
      hitLimit: PATIENCE * hits,
    } satisfies Switch);
  }

  async runTask(test: Test): Promise<void> {
    if (this.#plan && this.#step.kind === "over") return;
    await getFn(test)();
  }

  /** A run is over, with what the test's `afterEach` has said. */
  async onAfterRetryTask(test: Test): Promise<void> {
    const found = this.#found.get(test);
    if (!this.#plan || !found) return;
    const failure =
      test.result?.state === "fail" ? (test.result.errors?.[0]?.message ?? "failed") : undefined;
    const step = this.#step;
    if ((step.kind === "clean" || step.kind === "again") && failure !== undefined) {
      if (this.#tried.size > 0) this.#spoilt(found, [...this.#tried].at(-1) ?? "");
      else found.unrepeatable = failure;
    }
    if (step.kind === "mutant") {
      this.#failure = failure;
      if (failure !== undefined) await new Promise((over) => setTimeout(over)); // what it has begun
    }
    if (step.kind === "check") this.#judge(found, step.mutant, failure !== undefined);
    if (test.result) Object.assign(test.result, { state: "pass", errors: undefined });
  }

  /** A file is over. */
  override async onAfterRunSuite(suite: Suite): Promise<void> {
    if (suite === suite.file && this.#plan) {
      suite.meta.found = [...this.#found].map(([test, found]) => [idOf(test), found]);
    }
    await super.onAfterRunSuite(suite);
  }

  #hits(test: Test): Record<string, number> {
    return Object.fromEntries(this.#mutants.get(test) ?? []);
  }

  /** What the nth run of a test is for: two without a mutant, then one with each, and one more after a failure. */
  #next(test: Test, run: number): Step {
    if (run === 0) return { kind: "clean" };
    if (run === 1) return { kind: "again" };
    const found = this.#found.get(test);
    const [mutant] = this.#mutants.get(test)?.[(run - 2) >> 1] ?? [];
    if (!found || found.unrepeatable !== undefined || mutant === undefined || this.#killed.has(mutant)) {
      return { kind: "over" };
    }
    if (run % 2 === 1) return this.#failure === undefined ? { kind: "over" } : { kind: "check", mutant };
    this.#failure = undefined;
    if (this.#dirty) {
      found.putOff.push(mutant);
      return { kind: "over" };
    }
    this.#tried.add(mutant);
    writeFileSync(this.injectValue("trying") as string, JSON.stringify([idOf(test), mutant]));
    return { kind: "mutant", mutant };
  }

  /** @param failsClean whether the test fails without the mutant too, now that the mutant was on */
  #judge(found: Found, mutant: string, failsClean: boolean): void {
    const isAlone = this.#tried.size === 1;
    if (failsClean) this.#spoilt(found, mutant);
    if (failsClean && !isAlone) {
      found.putOff.push(mutant);
    } else {
      this.#killed.add(mutant);
      found.killed[mutant] = this.#failure ?? "";
    }
    this.#failure = undefined;
  }

  #spoilt(found: Found, mutant: string): void {
    if (!this.#dirty) found.spoilt.push(mutant);
    this.#dirty = true;
  }
}
