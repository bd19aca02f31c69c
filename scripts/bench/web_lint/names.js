// Rule for scripts: no object or function of the platform that one of the oldest browsers lacks. What an object is cannot be known
// here, so a method counts as lacking if that is so of every object that has one of its name.

import { lackedBy } from "./support.js";

const GLOBALS = ["self", "window", "globalThis", "root"];

export function namesRule(data, oldest) {
  const { api, javascript } = data;
  const globals = { ...api, ...javascript.builtins };
  const members = membersOf(api, javascript.builtins);

  return {
    meta: { type: "problem", schema: [], messages: { unknown: "{{ told }}" } },
    create(context) {
      const { scopeManager } = context.sourceCode;

      function report(node, lacked, feature) {
        if (lacked.length) context.report({ node, messageId: "unknown", data: { told: JSON.stringify({ feature, lacked, old: [] }) } });
      }

      function checkGlobal(node, name) {
        const feature = Object.hasOwn(globals, name) ? globals[name] : undefined;
        if (feature?.__compat) report(node, lackedBy(feature, oldest), name);
      }

      function checkMember(node) {
        if (node.computed || node.property.type !== "Identifier" || node.object.type === "ThisExpression" || isAskedFor(node)) return;
        const { name } = node.property;
        const owner = node.object.type === "Identifier" ? node.object.name : "";
        if (GLOBALS.includes(owner)) return checkGlobal(node, name);
        const exact = Object.hasOwn(globals, owner) && (globals[owner][`${name}_static`] ?? globals[owner][name]);
        const isCalled = node.parent.type === "CallExpression" && node.parent.callee === node;
        const all = exact?.__compat ? [exact] : isCalled ? (members.get(name) ?? []) : [];
        const lacks = all.map((feature) => lackedBy(feature, oldest));
        if (lacks.length && lacks.every((each) => each.length)) report(node.property, fewest(lacks), exact ? `${owner}.${name}` : `.${name}`);
      }

      return {
        "Program:exit"(program) {
          const scope = scopeManager.globalScope ?? scopeManager.acquire(program);
          for (const { identifier } of scope.through) if (!isAskedFor(identifier)) checkGlobal(identifier, identifier.name);
        },
        MemberExpression: checkMember,
      };
    },
  };
}

/** Whether a script only asks whether there is such a thing: typeof x, x?.(), if (x), x && … */
function isAskedFor(node) {
  const { parent } = node;
  if (parent.type === "UnaryExpression") return ["typeof", "!"].includes(parent.operator);
  if (parent.type === "CallExpression") return parent.callee === node && parent.optional;
  if (parent.type === "MemberExpression") return parent.object === node && parent.optional;
  if (parent.type === "LogicalExpression") return parent.left === node;
  return ["IfStatement", "ConditionalExpression"].includes(parent.type) && parent.test === node;
}

function membersOf(...kinds) {
  const found = new Map();
  for (const [owner, object] of kinds.flatMap((kind) => Object.entries(kind))) {
    for (const [key, feature] of Object.entries(object)) {
      const name = key.replace(/_static$/, "");
      if (!feature.__compat || name === owner || key.endsWith("_event") || name.includes("_")) continue;
      found.set(name, [...(found.get(name) ?? []), feature]);
    }
  }
  return found;
}

function fewest(lacks) {
  return lacks.reduce((least, each) => (each.length < least.length ? each : least));
}
