import { describe, expect, test } from "vitest";

import { floor, sample } from "../testing/console_samples.ts";
import { raisedIn, seatChoices } from "./choices.ts";
import { search } from "@shared/search.ts";

describe("finding a seat", () => {
  const found = (typed: string): string[] => search(seatChoices(sample()), typed).map(({ id }) => id);

  test("by its ISO code, before any name that begins so", () => {
    expect(found("ca")[0]).toBe("CA");
    expect(found("CO")[0]).toBe("CO");
  });

  test("by its name in any language, without accents", () => {
    expect(found("mex")).toEqual(["MX"]);
    expect(found("sainte-l")).toEqual(["LC"]);
    expect(found("grenad")).toEqual(["VC"]);
  });

  test("by any word of it", () => {
    expect(found("tobago")).toEqual(["TT"]);
  });

  test("the chair's seat is no entry of the list (R8)", () => {
    expect(found("").some((id) => sample().seats[id]?.party === "chair")).toBe(false);
  });

  test("nothing is found for letters nobody has", () => {
    expect(found("zzz")).toEqual([]);
  });
});

describe("an issue is raised", () => {
  test("in the running statement of its seat", () => {
    expect(raisedIn(sample({ floor: floor({ seat: "youth-1", statement: "s11" }) }), "youth-1")).toBe("s11");
  });

  test("in the last one that was heard, while another speaks or the seat is only called", () => {
    expect(raisedIn(sample(), "youth-1")).toBe("s3");
    const called = sample({ floor: floor({ seat: "youth-1", statement: "s11", status: "called" }) });
    expect(raisedIn(called, "youth-1")).toBe("s3");
  });

  test("beforehand, where the seat has not spoken (R26)", () => {
    expect(raisedIn(sample({ statements: {} }), "youth-1")).toBeNull();
  });
});
