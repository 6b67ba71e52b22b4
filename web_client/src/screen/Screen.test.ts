import { render, screen } from "@testing-library/svelte";
import { describe, expect, test, vi } from "vitest";

import {
  decided,
  demoAction,
  demoFloor,
  demoFree,
  demoPublic,
  demoScreens,
  NOW,
  textOf,
} from "@shared/testing/demo.ts";
import { addCatalogues } from "@shared/i18n.svelte.ts";
import type { ConnectionStatus } from "@shared/live.svelte.ts";
import { demoWelcome } from "@shared/testing/fake_live.svelte.ts";
import "@shared/testing/jsdom.ts";
import type { PublicView, ScreensView } from "@shared/wire.gen.ts";

import Screen from "./Screen.svelte";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,screen}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

const WELCOME = demoWelcome({ role: "screen", audience: "screens", name: "hall-left" });

function show(view: PublicView | ScreensView, status: ConnectionStatus = "live", query = ""): string {
  const live = { view: decided(view), status, now: NOW, lastHeard: NOW - 4_900, welcome: WELCOME };
  return textOf(render(Screen, { live, query }).container);
}

describe("the speaker", () => {
  test("is shown in two languages, with the clock and what it is about", () => {
    const said = show(demoPublic());
    expect(screen.getByRole("heading", { name: "Santa Lucía" })).toBeTruthy();
    for (const part of [
      "Saint Lucia",
      "en inglés · in English",
      "responde a / replies to",
      "Juventud 1.1 · Youth 1.1",
    ]) {
      expect(said).toContain(part);
    }
    expect(screen.getByRole("timer").textContent).toBe("0:48");
    expect(said).toContain("quedan, de 2:00 left, of 2:00");
    expect(said).toContain("Ronda 1 · Respuestas y preguntas / Round 1 · Replies and questions");
    expect(said).toContain("A continuación");
    expect(said).toContain("Trinidad y Tabago Pregunta · inglés");
  });

  test("who is over time counts up, in calm words", () => {
    const floor = demoFloor({ clock: { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 135_000 } });
    expect(show(demoPublic({ floor }))).toContain("de más, de 2:00 over, of 2:00");
    expect(screen.getByRole("timer").textContent).toBe("+0:15");
  });

  test("who was called has the floor and no clock (R19)", () => {
    expect(show(demoPublic({ floor: demoFloor({ status: "called" }) }))).toContain(
      "Tiene la palabra Has the floor",
    );
    expect(screen.queryByRole("timer")).toBeNull();
  });

  test("who is held is told why (R23)", () => {
    const floor = demoFloor({ status: "held", hold_reason: "technical" });
    expect(show(demoPublic({ floor }))).toContain("En pausa: problema técnico On hold: technical problem");
  });

  test("with many links keeps one line for each kind", () => {
    const relations = ["i1", "i3", "i4"].map(
      (issue) => ({ kind: "replies_to", party: "youth", issue }) as const,
    );
    const said = show(demoPublic({ floor: demoFloor({ relations }) }));
    expect(said.match(/responde a/g)).toHaveLength(1);
    expect(said).toContain("Juventud 1.1");
    expect(said).toContain("Pueblos indígenas 1.1");
  });
});

test("with the floor free the chair has it, and the next are shown", () => {
  const said = show(demoFree());
  expect(said).toContain("La Presidencia tiene la palabra The chair has the floor");
  expect(said).toContain("México");
});

describe("the scene", () => {
  test("list shows the speaker and the next, and counts the rest", () => {
    const said = show(demoScreens("list"));
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
    expect(said).toContain("y 2 más · and 2 more");
  });

  test("list has six rows at most, five beside a message", () => {
    const next = Array.from({ length: 9 }, () => demoPublic().next[0]).filter((item) => item !== undefined);
    show(demoScreens("list", demoPublic({ next })));
    expect(screen.getAllByRole("listitem")).toHaveLength(6);
    document.body.innerHTML = "";
    show(demoScreens("list", demoPublic({ next, message: "Almuerzo a las 13:15" })));
    expect(screen.getAllByRole("listitem")).toHaveLength(5);
  });

  test("message fills the screen", () => {
    const said = show(demoScreens("message", demoPublic({ message: "Almuerzo a las 13:15" })));
    expect(said).toContain("Almuerzo a las 13:15");
    expect(said).not.toContain("Santa Lucía");
  });

  test("blank shows nothing, even when the connection is gone", () => {
    expect(show(demoScreens("blank"), "offline")).toBe("");
  });

  test("is outranked by a suspension (R3)", () => {
    const view = demoPublic();
    const suspension = { reason: "break", since_ms: NOW, resume_at_ms: NOW + 600_000 } as const;
    const said = show(demoScreens("list", { ...view, session: { ...view.session, suspension } }));
    expect(said).toContain("La sesión está en receso Se reanuda a las 11:52");
  });

  test("of another screen is not this one's", () => {
    const view = demoScreens("speaker");
    const other = { name: { es: "Vestíbulo" }, scene: "blank" } as const;
    expect(show({ ...view, screens: { ...view.screens, lobby: other } })).toContain("Santa Lucía");
  });
});

describe("what is not as usual", () => {
  const clock = { length_ms: 120_000, held_for_ms: 0, started_at_ms: NOW - 99_000, held_at_ms: NOW - 9_000 };
  const point = { seat: "PE", party: "PE", clock: { length_ms: 60_000, held_for_ms: 0 } };
  const held = demoFloor({ status: "held", hold_reason: "point_of_order", clock });

  test.each(["speaker", "list"] as const)(
    "a point of order outranks the scene %s; the held clock is kept (R30)",
    (scene) => {
      const said = show(demoScreens(scene, demoPublic({ floor: held, point })));
      expect(said).toContain(
        "Cuestión de orden: Perú La Presidencia decidirá; el reloj de quien hablaba está detenido",
      );
      expect(said).toContain("Point of order: Peru");
      expect(said).toContain("Santa Lucía · Saint Lucia");
      const clocks = screen.getAllByRole("timer").map((timer) => timer.textContent);
      expect(clocks, "the time of the point, and below it what is left to the speaker").toEqual([
        "1:00",
        "0:30",
      ]);
    },
  );

  test("once it is decided, the speech is on hold for it until the chair resumes it", () => {
    expect(show(demoPublic({ floor: held }))).toContain(
      "En pausa: cuestión de orden On hold: point of order",
    );
  });

  test("a guest is there by invitation (R32), a substitute is marked (R7)", () => {
    const view = demoPublic({ floor: demoFloor({ seat: "guest-1", party: "guest-1" }) });
    const guest = {
      kind: "guest",
      name: { es: "Una invitada" },
      mark: "guest",
      code: {},
      article: {},
    } as const;
    const seat = {
      party: "guest-1",
      name: guest.name,
      function: { es: "CEPAL" },
      language: "es",
      substitute: false,
    } as const;
    const said = show({
      ...view,
      parties: { ...view.parties, "guest-1": guest },
      seats: { ...view.seats, "guest-1": seat },
    });
    expect(said).toContain("por invitación · CEPAL");
    document.body.innerHTML = "";
    const lucia = view.seats.LC;
    if (lucia)
      expect(
        show({ ...demoPublic(), seats: { ...view.seats, LC: { ...lucia, substitute: true } } }),
      ).toContain("suplente · en inglés");
  });

  test("for whom else somebody speaks, each by name (R17)", () => {
    const on_behalf = ["VC", "TT", "BR", "CA"];
    expect(show(demoPublic({ floor: demoFloor({ on_behalf }) }))).toContain(
      "en nombre de San Vicente y las Granadinas, Trinidad y Tabago, Brasil y Canadá",
    );
  });

  test("the last call counts down for the hall (R18)", () => {
    const view = demoPublic();
    const said = show({ ...view, session: { ...view.session, last_call_ends_ms: NOW + 61_000 } });
    expect(said).toContain("Última llamada: la lista de oradores se cierra en 1:01");
    document.body.innerHTML = "";
    expect(show({ ...view, session: { ...view.session, list_open: false } })).toContain(
      "La lista de oradores está cerrada",
    );
  });

  test("a right of reply says that it is one, beside what it replies to (R31)", () => {
    expect(show(demoPublic({ floor: demoFloor({ lane: "right_of_reply" }) }))).toContain(
      "Derecho de réplica · Right of reply",
    );
  });

  test("the deputy presides (R8)", () => {
    const view = demoFree();
    const deputy = {
      ...view.seats.chair,
      name: { es: "Vicepresidencia", en: "Deputy chair" },
    } as PublicView["seats"][string];
    const session = { ...view.session, presiding: "deputy" };
    expect(show({ ...view, session, seats: { ...view.seats, deputy } })).toContain(
      "Preside: Vicepresidencia",
    );
  });
});

test("a message is shown beside the speaker too", () => {
  expect(show(demoPublic({ message: "Almuerzo a las 13:15" }))).toContain("Almuerzo a las 13:15");
});

test.each(["stale", "offline"] as const)("when it is %s it says since when, by itself", (status) => {
  expect(show(demoPublic(), status)).toContain("Última actualización: 11:41:55 · Last updated 11:41:55");
});

describe("the languages", () => {
  test("are those of the address", () => {
    const said = show(demoPublic(), "live", "?lang=fr&second=pt");
    expect(said).toContain("Sainte-Lucie");
    expect(said).toContain("Santa Lúcia");
    expect(said).not.toContain("Saint Lucia");
  });

  test("may be one alone", () => {
    expect(show(demoPublic(), "live", "?second=none")).not.toContain("Saint Lucia");
  });
});

test("the page keeps a hall screen lit: nobody touches it for hours", async () => {
  const request = vi.fn(() => new Promise(() => undefined));
  Object.assign(navigator, { wakeLock: { request } });
  await import("./screen_page.ts");
  Reflect.deleteProperty(navigator, "wakeLock");
  expect(request).toHaveBeenCalledExactlyOnceWith("screen");
});

describe("joint actions (R37)", () => {
  const scene = demoScreens("actions");
  const shown = (count: number): Record<string, ReturnType<typeof demoAction>> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`a${at + 1}`, demoAction({ what: `Fondo ${at + 1}` })]),
    );

  test("the last three are shown, with who is to do them and whether they are recorded", () => {
    const said = show({ ...scene, actions: { ...shown(3), a4: demoAction({ status: "recorded" }) } });
    expect(said).not.toContain("Fondo 1");
    expect(said).toContain("Fondo 3 México, Brasil, Juventud, CEPAL Propone: México Proposed by Mexico");
    expect(said).toContain("Acción conjunta registrada Joint action recorded");
    expect(said).toContain("1 más");
  });

  test("they stay after the close, and in a suspension make way for it", () => {
    const closed = {
      ...scene,
      actions: shown(1),
      session: { ...scene.session, step: { phase: "closed", round: 0 } },
    } as ScreensView;
    expect(show(closed)).toContain("Fondo 1");
    const suspension = { reason: "break", since_ms: NOW } as const;
    expect(show({ ...scene, actions: shown(1), session: { ...scene.session, suspension } })).not.toContain(
      "Fondo 1",
    );
    expect(show(scene)).toContain("Ninguna acción conjunta aún");
  });
});
