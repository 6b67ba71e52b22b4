import { expect, test } from "vitest";

import { addCatalogues, setLanguage } from "./i18n.svelte.ts";
import { actionAnswers, actionStanding, actionTerms, actionWords, leftOpen } from "./joint_actions.ts";
import { demoAction, demoPublic } from "./testing/demo.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/common.ftl", { query: "?raw", import: "default", eager: true }),
);
setLanguage("en");

const view = demoPublic();

test("until all have acknowledged it, it is what somebody proposed (R37)", () => {
  expect(actionStanding(view, demoAction())).toBe("Proposed by Mexico");
  expect(actionStanding(view, demoAction({ status: "recorded" }))).toBe("Joint action recorded");
});

test("its terms are said as far as there are any; the mandate is provisional", () => {
  expect(actionTerms(view, demoAction())).toEqual([
    "To be done by: Mexico, Brazil, Youth, CEPAL",
    "By when: 2013",
    "Mandate (provisional): Mandato 3",
    "From Youth 1.1",
  ]);
  const bare = demoAction({ others: "", by_when: "", mandate: "", parties: ["BR"] });
  delete bare.issue;
  expect(actionTerms(view, bare)).toEqual(["To be done by: Brazil"]);
});

test("who acknowledges, who declines in which words, who has not answered", () => {
  const action = demoAction({
    answers: {
      youth: { word: "acknowledged", text: "" },
      MX: { word: "declined", text: "No hay mandato." },
      BR: { word: "declined", text: "" },
    },
  });
  expect(actionAnswers(view, action)).toEqual([
    "Acknowledged by Youth",
    "Mexico declines: “No hay mandato.”",
    "Brazil declines",
  ]);
  expect(leftOpen(action)).toEqual([]);
  expect(actionAnswers(view, demoAction())).toEqual([
    "Acknowledged by Mexico",
    "No answer yet: Brazil and Youth",
  ]);
  expect(actionAnswers(view, demoAction({ parties: [], answers: {} }))).toEqual([]);
});

test("one that an older journal tells without words is named by its issue, and says it once", () => {
  const told = demoAction({ what: "" });
  expect(actionWords(view, told)).toBe("Action about Youth 1.1");
  expect(actionTerms(view, told).at(-1)).toBe("Mandate (provisional): Mandato 3");
  delete told.issue;
  expect(actionWords(view, told)).toBe("Action about –");
});
