/** Run before each file of tests: it must have a page of its own, or tests would pass by what others have left behind. */
const MARK = "palabra-a-file-of-tests-ran-here";

if (Reflect.has(globalThis, MARK))
  throw new Error("two files of tests share one page: give vitest two workers at least");
Reflect.set(globalThis, MARK, true);
