// The two ways through the form, over steps and problems that only note what they are told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/load.js";

/** Steps of which one is shown; the address names one of them by its place, or none. */
class Steps {
  constructor(_page, onLast, mark) {
    Object.assign(this, { steps: [0, 1, 2], shown: 0, onLast, mark, inAddress: -1, calls: [] });
  }

  show(n, how) {
    this.calls.push([n, how]);
    this.shown = n;
  }
}

class Problems {
  constructor() {
    Object.assign(this, { listed: 0, askedSteps: new Set(), areAllAsked: false, asked: [], leftIn: 0 });
  }

  askStep(...args) { this.asked.push(args); }
  askNothing() { this.isForgotten = true; }
  left() { return this.leftIn; }
}

const element = (dataset = {}) => ({
  dataset, hidden: false, attributes: {}, acts: [],
  setAttribute(name, value) { this.attributes[name] = value; },
  removeAttribute(name) { delete this.attributes[name]; },
  addEventListener(_type, act) { this.acts.push(act); },
  focus() { this.isFocused = true; },
});

function open(hash = "#x") {
  const parts = { "go-anyway": element(), summary: element() };
  const sets = {
    "[data-of-way]": [element({ ofWay: "short" }), element({ ofWay: "full" })],
    "[data-way-link]": [element({ wayLink: "short" }), element({ wayLink: "full" })],
    "[data-go], [data-short-go]": [element({ go: "2" }), element({ shortGo: "1" })],
  };
  const page = { dataset: {}, querySelectorAll: (selector) => sets[selector] };
  const told = [];
  const on = {};
  const { FormWays } = load(["form/ways"], {
    FormSteps: { Steps }, FormProblems: { Problems }, location: { hash }, addEventListener: (type, act) => (on[type] = act),
  });
  const host = Object.fromEntries(["look", "update", "changed", "switched"].map((name) => [name, () => told.push(name)]));
  const ways = new FormWays.Ways(page, (name) => parts[name], host);
  return { ways, page, parts, told, on, links: sets["[data-way-link]"], sides: sets["[data-of-way]"], buttons: sets["[data-go], [data-short-go]"] };
}

test("each way has steps of its own, and one of them is shown and marked", () => {
  const { ways, page, sides, links, told } = open();
  assert.deepEqual([ways.short.steps.mark, ways.full.steps.mark, ways.isShort], ["short-step", "step", true]);
  ways.take("full");
  assert.deepEqual([ways.isShort, page.dataset.way, sides.map(({ hidden }) => hidden)], [false, "full", [true, false]]);
  assert.deepEqual(links.map(({ attributes }) => attributes["aria-current"]), [undefined, "true"]);
  assert.deepEqual([told, ways.short.problems.listed], [["look", "switched"], -1]);
  ways.take("short");
  assert.deepEqual(links.map(({ attributes }) => attributes["aria-current"]), ["true", undefined]);
});

test("a visit begins where the address says, else where its draft was, else with a few questions", () => {
  const begun = (draft, { short = -1, full = -1 } = {}) => {
    const { ways } = open();
    ways.short.steps.inAddress = short;
    ways.full.steps.inAddress = full;
    ways.begin(draft);
    return [ways.way, ways.steps.calls];
  };
  const quiet = { isFocused: false, isKept: false };
  assert.deepEqual(begun(null), ["short", [[0, quiet]]]);
  assert.deepEqual(begun({ way: "short", step: 2 }), ["short", [[2, quiet]]]);
  assert.deepEqual(begun({ step: 1 }), ["full", [[1, quiet]]]);
  assert.deepEqual(begun({ way: "full", step: 9 }), ["full", [[0, quiet]]]);
  assert.deepEqual(begun({ way: "other" }), ["full", [[0, quiet]]]);
  assert.deepEqual(begun({ way: "full", step: 1 }, { short: 2 }), ["short", [[2, quiet]]]);
  assert.deepEqual(begun({ way: "short", step: 1 }, { full: 0 }), ["full", [[0, quiet]]]);
});

test("a draft is opened at its first step, in its way; a new one in the way that is shown", () => {
  const opened = (draft, isNew) => {
    const { ways } = open();
    ways.open(draft, isNew);
    return [ways.way, ways.steps.calls];
  };
  assert.deepEqual([opened({ way: "short" }, false), opened({}, false), opened({}, true)], [["short", [[0, undefined]]], ["full", [[0, undefined]]], ["short", [[0, undefined]]]]);
});

test("who goes on is told first what is missing, and may go on all the same", () => {
  const { ways, parts, told } = open();
  ways.problems.leftIn = 2;
  ways.goTo(1);
  assert.deepEqual([ways.problems.asked, ways.steps.calls, parts.summary.isFocused, parts["go-anyway"].hidden], [[[0, true]], [], true, true]);
  ways.goTo(1, true);
  assert.deepEqual([ways.problems.asked.at(-1), ways.steps.calls, ways.problems.listed], [[0, false], [[1, undefined]], -1]);
  assert.deepEqual(told, ["update", "update", "update"]);
  ways.goTo(0);
  assert.deepEqual(ways.steps.calls.at(-1), [0, undefined]); // who goes back is not held up
  ways.problems.leftIn = 0;
  ways.goTo(1);
  assert.deepEqual(ways.steps.calls.at(-1), [1, undefined]);
  const full = open();
  full.ways.take("full");
  full.ways.goTo(1);
  assert.equal(full.parts["go-anyway"].hidden, false);
});

test("the last of a few questions asks for everything, the last step of all fields does not", () => {
  const { ways, parts, told } = open();
  ways.full.steps.onLast();
  ways.take("full");
  ways.full.steps.onLast();
  assert.deepEqual([ways.short.problems.areAllAsked, ways.full.problems.areAllAsked], [true, false]);
  ways.askForAll();
  assert.deepEqual([ways.full.problems.areAllAsked, parts["go-anyway"].hidden, told.at(-1)], [true, true, "update"]);
  ways.askNothing();
  assert.deepEqual([ways.short.problems.isForgotten, ways.full.problems.isForgotten], [true, true]);
});

test("an address leads to its step, and what was wrong in the one before is said from then on", () => {
  const { ways, told, on } = open();
  ways.listen();
  ways.short.steps.inAddress = 2;
  on.hashchange();
  assert.deepEqual([ways.steps.calls, [...ways.problems.askedSteps], told], [[[2, { isKept: false }]], [0], ["changed"]]);
  on.popstate();
  assert.equal(ways.steps.calls.length, 1); // it is there already
  ways.short.steps.inAddress = -1;
  on.hashchange();
  assert.equal(ways.steps.calls.length, 1); // the address names no step
  ways.full.steps.inAddress = 0;
  on.hashchange();
  assert.deepEqual([ways.way, ways.steps.calls, [...ways.short.problems.askedSteps]], ["full", [[0, { isKept: false }]], [0, 2]]);
});

test("an address without a step is that of the first", () => {
  const { ways } = open("");
  ways.steps.shown = 2;
  ways.followAddress();
  assert.deepEqual(ways.steps.calls, [[0, { isKept: false }]]);
});

test("buttons lead to the steps they name, and the one to go on anyway to the next", () => {
  const { ways, buttons, parts } = open();
  ways.listen();
  buttons.forEach((each) => each.acts[0]());
  ways.problems.leftIn = 1;
  parts["go-anyway"].acts[0]();
  assert.deepEqual(ways.steps.calls.map(([n]) => n), [2, 1, 2]);
});
