import { render, screen, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, test } from "vitest";

import { decided, demoFloor, demoFree, demoPublic, NOW, textOf } from "@shared/testing/demo.ts";
import { addCatalogues, setLanguage } from "@shared/i18n.svelte.ts";
import type { ConnectionStatus } from "@shared/live.svelte.ts";
import type { PublicView } from "@shared/wire.gen.ts";

import Observer from "./Observer.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,observer}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

beforeEach(() => {
  setLanguage("en");
});

function show(changed: PublicView = demoPublic(), status: ConnectionStatus = "live") {
  const view = decided(changed);
  return render(Observer, { live: { view, status, now: NOW, lastHeard: NOW - 2_000, refusal: undefined } });
}

function card(): HTMLElement {
  return screen.getAllByRole("region")[0] ?? document.body;
}

describe("the floor", () => {
  test("shows who speaks, in which language, to whom, and the time left", () => {
    show();
    expect(textOf(card())).toContain("Has the floor");
    expect(screen.getByRole("heading", { name: "Saint Lucia" })).toBeTruthy();
    expect(textOf(card())).toContain("Head of delegation · in English");
    expect(textOf(card())).toContain("replies to Youth 1.1 · Conectividad rural");
    expect(screen.getByRole("timer").textContent).toBe("0:48");
  });

  test("has no clock while the speaker was only called (R19)", () => {
    show(demoPublic({ floor: demoFloor({ status: "called" }) }));
    expect(textOf(card())).toContain("Has the floor");
    expect(screen.queryByRole("timer")).toBeNull();
  });

  test("says why it is on hold", () => {
    show(demoPublic({ floor: demoFloor({ status: "held", hold_reason: "interpretation" }) }));
    expect(textOf(card())).toContain("On hold: interpretation");
  });

  test("is the chair's when nobody has it (R25), and says so once", () => {
    show(demoFree());
    expect(textOf(card())).toBe("The chair has the floor");
  });

  test("is over when the dialogue is", () => {
    const view = demoFree({ next: [] });
    show({ ...view, session: { ...view.session, step: { phase: "closed" } } });
    expect(textOf(card())).toBe("The session is over Thank you to all who took part");
    expect(screen.queryByText("Next")).toBeNull();
  });
});

describe("what is not as usual", () => {
  test("a point of order is decided calmly: whose, its clock, and the one that stands still (R30)", () => {
    const minute = { length_ms: 60_000, held_for_ms: 0, started_at_ms: NOW - 12_000 };
    const clock = {
      length_ms: 120_000,
      held_for_ms: 0,
      started_at_ms: NOW - 99_000,
      held_at_ms: NOW - 9_000,
    };
    const floor = demoFloor({ status: "held", hold_reason: "point_of_order", clock });
    show(demoPublic({ floor, point: { seat: "PE", party: "PE", clock: minute } }));
    expect(textOf(card())).toContain(
      "Point of order: Peru 0:48 left The chair will decide; the speaker’s clock stands still",
    );
    expect(screen.getByRole("heading", { name: "Saint Lucia" })).toBeTruthy();
    expect(screen.getAllByRole("timer").map(({ textContent }) => textContent)).toEqual(["0:48", "0:30"]);
  });

  test("for whom else somebody speaks, now and next (R17)", () => {
    const view = demoPublic({ floor: demoFloor({ on_behalf: ["VC", "TT"] }) });
    show({ ...view, next: view.next.map((item) => ({ ...item, on_behalf: ["BR", "CA", "CO", "LC"] })) });
    expect(textOf(card())).toContain("on behalf of Saint Vincent and the Grenadines and Trinidad and Tobago");
    expect(textOf(screen.getByRole("region", { name: "Next" }))).toContain(
      "Spanish · on behalf of Brazil, Canada, Colombia and Saint Lucia",
    );
  });

  test("a substitute is marked (R7)", () => {
    const view = demoPublic();
    const seat = view.seats.LC;
    if (seat) show({ ...view, seats: { ...view.seats, LC: { ...seat, substitute: true } } });
    expect(textOf(card())).toContain("Head of delegation · substitute · in English");
  });

  test("the last call counts down, then the list is closed (R18)", () => {
    const view = demoPublic();
    const { unmount } = show({ ...view, session: { ...view.session, last_call_ends_ms: NOW + 61_000 } });
    const next = (): string => textOf(screen.getByRole("region", { name: "Next" }));
    expect(next()).toContain("Last call: the list of speakers closes in 1:01");
    unmount();
    show({ ...view, session: { ...view.session, last_call_ends_ms: NOW } });
    expect(next()).toContain("The list of speakers is closed");
  });
});

test("the next speakers come in order, with what they will do, and how many more wait", () => {
  show();
  const next = screen.getByRole("region", { name: "Next" });
  expect(within(next).getAllByRole("listitem").map(textOf)).toEqual([
    "MX Mexico Reply · Spanish",
    "TT Trinidad and Tobago Question · English",
    "Civil society, representative 2 Answer · French",
  ]);
  expect(textOf(next)).toContain("and 2 more");
});

test("the story is told newest first", () => {
  show();
  const told = within(screen.getByRole("region", { name: "What was said" }))
    .getAllByRole("listitem")
    .map(textOf);
  expect(told[0]).toContain("Canada asks Civil society");
  expect(told[0]).toContain("How would you measure lasting participation?");
  expect(told.at(-1)).toContain("Youth, representative 1 raises: Conectividad rural");
  expect(told).toHaveLength(7);
});

test("issues say who replied, and which wait", () => {
  show();
  const issues = screen.getByRole("region", { name: /Issues raised/ });
  expect(textOf(issues)).toContain("3 without reply");
  const rows = within(issues).getAllByRole("listitem").map(textOf);
  expect(rows[0]).toContain("Youth 1.1 · Conectividad rural 1 reply: Brazil");
  expect(rows.at(-1)).toContain("no reply yet");
});

test("what was promised or acknowledged without the floor is on record, and no longer open (R28)", () => {
  const view = demoPublic();
  const [i1, i3] = [view.issues.i1, view.issues.i3];
  if (!i1 || !i3) throw new Error("the demo has no such issues");
  const facts = { MX: "written", PE: "written", BR: "acknowledged" } as const;
  show({ ...view, issues: { i1: { ...i1, facts: { CA: "written" } }, i3: { ...i3, facts } } });
  const issues = screen.getByRole("region", { name: /Issues raised/ });
  expect(textOf(issues)).toContain("none open");
  const rows = within(issues).getAllByRole("listitem").map(textOf);
  expect(rows[0]).toContain("1 reply: Brazil written reply promised: Canada");
  expect(rows[1]).toContain("written reply promised: Mexico, Peru action acknowledged: Brazil");
});

test("once it is over, an issue without any is recorded as that (R39)", () => {
  const view = demoFree();
  show({ ...view, session: { ...view.session, step: { phase: "closed" } } });
  expect(textOf(screen.getByRole("region", { name: /Issues raised/ }))).toContain("no reply recorded");
});

test("where the dialogue is stands in one line", () => {
  show();
  expect(screen.getByText("Round 1 · Replies and questions · 3 heard")).toBeTruthy();
});

test("the chair's message is shown", () => {
  show(demoPublic({ message: "Lunch at 13:15" }));
  expect(screen.getByText("Lunch at 13:15")).toBeTruthy();
});

test("how fresh it is, and whose time it shows", () => {
  show();
  expect(screen.getByText(/Updated 11:41:58/).textContent.replaceAll(/\s+/g, " ")).toContain(
    "Times are Bogotá’s",
  );
});

test("when the news stop, it says since when, and keeps what it knew", () => {
  show(demoPublic(), "stale");
  expect(screen.getByText("no news since 11:41:58")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Saint Lucia" })).toBeTruthy();
});

test("before the first view it says that it is connecting", () => {
  render(Observer, {
    live: { view: undefined, status: "connecting", now: 0, lastHeard: 0, refusal: undefined },
  });
  expect(screen.getByText("connecting…")).toBeTruthy();
});
