/** JSON Merge Patch (RFC 7396), as the server's `Change` carries it. */

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * `target` with `patch` applied (RFC 7396, section 2). Neither is changed; parts without a change are the same
 * objects as before, so that what is drawn from them need not be drawn again. Lists are replaced as a whole.
 */
export function mergePatch<T>(target: T, patch: unknown): T {
  return merged(target, patch) as T;
}

function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, key);
    else result[key] = merged(result[key], value);
  }
  return result;
}
