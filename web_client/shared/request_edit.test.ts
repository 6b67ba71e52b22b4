import { describe, expect, test } from "vitest";

import { changeRequest, fieldsOf } from "./request_edit.ts";
import type { Relation } from "./wire.gen.ts";

const relations: Relation[] = [
  { kind: "replies_to", party: "youth", issue: "i1" },
  { kind: "asks", party: "workers" },
  { kind: "answers", party: "BR", statement: "s7", due: "s7.youth" },
];
const request = { version: 3, relations, on_behalf: ["PE"], text: "Rural schools", language: "es" } as const;
const opened = fieldsOf(request);

describe("the fields of a request", () => {
  test("are its links by kind, for whom it speaks, its text and language", () => {
    expect(opened).toEqual({
      replies_to: ["i1"],
      asks: ["workers"],
      answers: ["s7.youth"],
      on_behalf: ["PE"],
      text: "Rural schools",
      language: "es",
    });
  });

  test("are copies: editing them changes no view", () => {
    opened.on_behalf.push("MX");
    expect(request.on_behalf).toEqual(["PE"]);
    opened.on_behalf.pop();
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
    expect(changeRequest("r1", { opened, edited: fieldsOf(request), present: request })).toEqual(sent);
  });

  test.each([
    ["text", { text: " Schools " }, { text: "Schools" }],
    ["language", { language: "en" as const }, { language: "en" }],
    ["for whom it speaks", { on_behalf: [] }, { on_behalf: [] }],
    ["whom it asks", { asks: ["youth"] }, { links: { ...sent.links, asks: ["youth"] } }],
    ["what it replies to", { replies_to: [] }, { links: { ...sent.links, replies_to: [] } }],
    ["what it answers", { answers: ["s8.youth"] }, { links: { ...sent.links, answers: ["s8.youth"] } }],
  ])("sends %s as edited", (_, edit, expected) => {
    expect(changeRequest("r1", { opened, edited: { ...opened, ...edit }, present: request })).toEqual({
      ...sent,
      ...expected,
    });
  });

  test("leaves alone what another device or the chair changed meanwhile, but for what was edited here", () => {
    const present = {
      version: 5,
      relations: [{ kind: "asks", party: "indigenous" } as const],
      on_behalf: ["MX", "BR"],
      text: "Rural schools and roads",
      language: "pt" as const,
    };
    expect(changeRequest("r1", { opened, edited: { ...opened, text: "Schools" }, present })).toEqual({
      type: "change_request",
      request: "r1",
      version: 5,
      links: { replies_to: [], asks: ["indigenous"], answers: [] },
      on_behalf: ["MX", "BR"],
      text: "Schools",
      language: "pt",
    });
  });
});
