import { describe, expect, test } from "vitest";

import { changeRequest, fieldsOf } from "./request_edit.ts";
import type { Relation } from "./wire.gen.ts";

const relations: Relation[] = [
  { kind: "replies_to", party: "youth", issue: "i1" },
  { kind: "asks", party: "workers" },
  { kind: "answers", party: "BR", statement: "s7", due: "s7.youth" },
];
const request = { version: 3, relations, on_behalf: ["PE"], text: "Rural schools", language: "es" } as const;
const fields = fieldsOf(request);

describe("the fields of a request", () => {
  test("are its links by kind, for whom it speaks, its text and language", () => {
    expect(fields).toEqual({
      replies_to: ["i1"],
      asks: ["workers"],
      answers: ["s7.youth"],
      on_behalf: ["PE"],
      text: "Rural schools",
      language: "es",
    });
  });

  test("are copies: editing them changes no view", () => {
    fields.on_behalf.push("MX");
    expect(request.on_behalf).toEqual(["PE"]);
    fields.on_behalf.pop();
  });
});

describe("a change", () => {
  const sent = {
    type: "change_request",
    request: "r1",
    version: 3,
    links: { replies_to: ["i1"], asks: ["workers"], answers: ["s7.youth"] },
    on_behalf: ["PE"],
    text: "Rural schools",
    language: "es",
  };

  test("that edits nothing sends the request as it is", () => {
    expect(changeRequest("r1", { opened: request, edited: fieldsOf(request), present: request })).toEqual(
      sent,
    );
  });

  test.each([
    ["text", { text: " Schools " }, { text: "Schools" }],
    ["language", { language: "en" as const }, { language: "en" }],
    ["for whom it speaks", { on_behalf: [] }, { on_behalf: [] }],
    ["whom it asks", { asks: ["youth"] }, { links: { ...sent.links, asks: ["youth"] } }],
    ["what it replies to", { replies_to: [] }, { links: { ...sent.links, replies_to: [] } }],
    ["what it answers", { answers: ["s8.youth"] }, { links: { ...sent.links, answers: ["s8.youth"] } }],
  ])("sends %s as edited", (_, edit, expected) => {
    expect(
      changeRequest("r1", { opened: request, edited: { ...fields, ...edit }, present: request }),
    ).toEqual({
      ...sent,
      ...expected,
    });
  });

  test("leaves alone what another device or the chair changed meanwhile, but for what was edited here", () => {
    const present = {
      version: 5,
      relations: [{ kind: "asks", party: "indigenous" } as const],
      on_behalf: ["MX", "BR"],
      text: "Rural schools",
      language: "pt" as const,
    };
    const edited = { ...fields, text: "Schools" };
    expect(changeRequest("r1", { opened: request, edited, present })).toEqual({
      type: "change_request",
      request: "r1",
      version: 5,
      links: { replies_to: [], asks: ["indigenous"], answers: [] },
      on_behalf: ["MX", "BR"],
      text: "Schools",
      language: "pt",
    });
  });

  test.each([
    ["text", { text: "Schools" }, { text: "Rural schools and roads" }],
    ["whom it asks", { asks: ["youth"] }, { relations: [{ kind: "asks", party: "indigenous" } as const] }],
    ["for whom it speaks", { on_behalf: [] }, { on_behalf: ["PE", "MX"] }],
  ])(
    "of %s that was changed elsewhere too names the version that was seen: it is refused, not erased",
    (_, edit, other) => {
      const changed = {
        opened: request,
        edited: { ...fields, ...edit },
        present: { ...request, version: 4, ...other },
      };
      expect(changeRequest("r1", changed).version).toBe(3);
    },
  );

  test("to what it was changed to elsewhere takes nothing away from anybody", () => {
    const present = { ...request, version: 4, text: "Schools" };
    const edited = { ...fields, text: "Schools" };
    expect(changeRequest("r1", { opened: request, edited, present })).toMatchObject({
      version: 4,
      text: "Schools",
    });
  });
});
