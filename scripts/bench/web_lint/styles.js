// Rule for style sheets: nothing that one of the oldest browsers does not know, unless what it knows stands beside it.

import { lackedBy, oldWays } from "./support.js";

const UNITS = { d: "dynamic", s: "small", l: "large" };

export function stylesRule(data, oldest) {
  const { properties, selectors, types, "at-rules": atRules } = data.css;
  const functions = functionsOf(types);

  return {
    meta: { type: "problem", schema: [], messages: { unknown: "{{ told }}" } },
    create(context) {
      const { sourceCode } = context;

      /** Report a feature that is lacked; whether it is. */
      function report(node, feature, name, extra = {}) {
        const lacked = lackedBy(feature, oldest, extra.has);
        if (!lacked.length || isTried(node)) return false;
        const told = JSON.stringify({ feature: name, lacked, old: oldWays(feature, oldest), list: Boolean(extra.list) });
        context.report({ node, messageId: "unknown", data: { told } });
        return true;
      }

      /** Whether a browser says itself that it knows what is meant, by @supports. */
      function isTried(node) {
        return above(node, "Atrule").some((each) => each.name === "supports" && !/\bnot\b/.test(sourceCode.getText(each.prelude)));
      }

      function above(node, type) {
        const found = [];
        for (let up = sourceCode.getParent(node); up; up = sourceCode.getParent(up)) if (up.type === type) found.push(up);
        return found;
      }

      function checkDeclaration(node) {
        const { property } = node;
        if (property.startsWith("-") && !property.startsWith("--")) return; // an old way itself
        const block = sourceCode.getParent(node);
        if (block.type !== "Block") return; // the question of an @supports
        const at = sourceCode.getParent(block);
        const others = block.children.filter((each) => each.type === "Declaration" && each !== node);
        const isDescriptor = at?.type === "Atrule" && atRules[at.name]?.[property]?.__compat;
        const known = isDescriptor ? atRules[at.name][property] : properties[property];
        const has = (old) => others.some((each) => each.property === (old.endsWith("-") ? old + property : old));
        if (known?.__compat && report(node, known, isDescriptor ? `@${at.name} ${property}` : property, { has })) return;
        const isBefore = (each) => each.property === property && block.children.indexOf(each) < block.children.indexOf(node);
        const isOld = (each) => each.property.startsWith("-") && each.property.endsWith(`-${property}`);
        if (!others.some((each) => isBefore(each) || isOld(each))) checkValue(node.value, property, known);
      }

      function checkValue(value, property, known) {
        if (value.type === "Raw") return checkRaw(value, property); // of a custom property
        walk(value, (node) => {
          const found = featureOf(node, property, known);
          if (found) report(node, found[1], `${property}: ${found[0]}`);
        });
      }

      function checkRaw(value, property) {
        for (const [, name] of value.value.matchAll(/([a-z][a-z-]*)\(/g)) {
          if (functions.has(name)) report(value, functions.get(name), `${property}: ${name}()`);
        }
      }

      function featureOf(node, property, known) {
        const own = (name) => (known?.[name]?.__compat ? known[name] : undefined);
        const named = (name, feature) => feature && [name, feature];
        if (node.type === "Identifier") return named(node.name, own(node.name));
        if (node.type === "Function") return named(`${node.name}()`, own(node.name) ?? functions.get(node.name));
        if (node.type === "Dimension") return named(node.unit, unitOf(node.unit, types.length));
        if (node.type === "Operator" && node.value === "/" && property === "content") return named("… / …", own("alt_text"));
        return undefined;
      }

      function checkSelectors(node) {
        const list = node.prelude?.children ?? [];
        walk(node.prelude, (each) => {
          if (each.type !== "PseudoClassSelector" && each.type !== "PseudoElementSelector") return;
          const sign = each.type === "PseudoElementSelector" ? "::" : ":";
          const feature = selectors[each.name];
          const isPrefixed = each.name.startsWith("-");
          // Every browser passes over a ::-webkit- it does not know; of another kind it drops the whole rule.
          if (!feature?.__compat || each.name.startsWith("-webkit-") || (isPrefixed && list.length < 2)) return;
          report(each, feature, sign + each.name, { list: list.length > 1 });
        });
      }

      return {
        Declaration: checkDeclaration,
        Rule(node) {
          checkSelectors(node);
          if (above(node, "Rule").length) report(node, selectors.nesting, "&");
        },
        Atrule(node) {
          const feature = atRules[node.name];
          if (feature?.__compat) report(node, feature, `@${node.name}`);
        },
        FeatureRange(node) {
          report(node, atRules.media.range_syntax, "@media (a < b)");
        },
      };
    },
  };
}

/** The functions of all properties by name, whatever kind of value MDN counts them among. */
function functionsOf(types) {
  const found = new Map();
  for (const [name, type] of Object.entries(types)) {
    if (type.__compat) found.set(name, type);
    for (const [inner, feature] of Object.entries(type)) if (feature.__compat && !found.has(inner)) found.set(inner, feature);
  }
  return found;
}

function unitOf(unit, length) {
  const viewport = /^([dsl])v(?:[hwib]|min|max)$/.exec(unit);
  if (viewport) return length[`viewport_percentage_units_${UNITS[viewport[1]]}`];
  if (/^cq(?:[hwib]|min|max)$/.test(unit)) return length.container_query_length_units;
  return length[unit]?.__compat ? length[unit] : undefined;
}

function walk(node, visit) {
  if (!node || typeof node.type !== "string") return;
  visit(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach((each) => walk(each, visit));
    else if (value && typeof value === "object" && typeof value.type === "string") walk(value, visit);
  }
}
