/** The view that a client holds, put together from the configuration and what lives. */
import { beforeEach, expect, test } from "vitest";

import { Replica } from "./replica.ts";

interface View {
  parties: Record<string, { name: string }>;
  waiting: number;
}

const configuration = { parties: { BR: { name: "Brazil" }, PE: { name: "Peru" } } };
const whole = { epoch: "e1", seq: 5, as_of: "as of 5", config: "c1", view: { waiting: 3 } };

beforeEach(() => {
  sessionStorage.clear();
});

test("a view is the configuration with what lives, guests among it", () => {
  const replica = new Replica<View>();
  const guest = { parties: { guest: { name: "A guest" } }, waiting: 3 };
  expect(replica.whole({ ...whole, configuration, view: guest })).toBe(true);
  expect(replica.view).toEqual({
    parties: { ...configuration.parties, guest: { name: "A guest" } },
    waiting: 3,
  });
});

test("the configuration is kept for the next view, and by the tab for the next page", () => {
  new Replica<View>().whole({ ...whole, configuration });
  const next = new Replica<View>();
  expect(next.view).toBeUndefined();
  expect(next.position).toEqual({ epoch: "", seq: -1, as_of: "", acted: "", config: "c1" });
  expect(next.whole(whole)).toBe(true);
  expect(next.view).toEqual({ ...configuration, waiting: 3 });
});

test("a view on another configuration than the one held is not taken, and nothing is mixed", () => {
  const replica = new Replica<View>();
  replica.whole({ ...whole, configuration });
  const held = replica.view;
  expect(replica.whole({ ...whole, epoch: "e2", seq: 9, config: "c2" })).toBe(false);
  expect(replica.view).toBe(held);
  expect(replica.change({ prev: 9, seq: 10, as_of: "as of 10", patch: { waiting: 0 } })).toBe(false);
});

test("a name that is corrected comes as a change; what is kept stays what its hash says", () => {
  const replica = new Replica<View>();
  replica.whole({ ...whole, configuration });
  replica.change({ prev: 5, seq: 6, as_of: "as of 6", patch: { parties: { BR: { name: "Brasil" } } } });
  expect(replica.view?.parties.BR?.name).toBe("Brasil");
  expect(replica.position.config).toBe("c1");
  replica.whole({ ...whole, seq: 7 });
  expect(replica.view?.parties.BR?.name).toBe("Brazil");
});

test("what the server sealed is brought back: of the view, and of the last act that it took", () => {
  const replica = new Replica<View>();
  replica.whole({ ...whole, configuration });
  expect(replica.position).toMatchObject({ seq: 5, as_of: "as of 5", acted: "" });
  replica.accepted({ answer: "accepted", epoch: "e2", seq: 1, as_of: "an act" });
  replica.change({ prev: 5, seq: 6, as_of: "as of 6", patch: { waiting: 2 } });
  replica.change({ prev: 7, seq: 8, as_of: "as of 8", patch: { waiting: 1 } });
  expect(replica.position).toMatchObject({ seq: 6, as_of: "as of 6", acted: "an act" });
  expect(replica.asOf).toBe("as of 6");
});

test.each(["{", "null", "17"])("what a tab remembers may be anything: %s", (kept) => {
  sessionStorage.setItem("palabra-configuration", kept);
  const replica = new Replica<View>();
  expect(replica.whole(whole)).toBe(false);
  expect(replica.whole({ ...whole, configuration })).toBe(true);
});
