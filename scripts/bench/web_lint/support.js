// What the data of MDN say of a feature in the oldest browsers that package.json names.

/** The oldest version of each browser, by the name that MDN gives it, from a list of browserslist: "ios_saf 15.6-15.8", … */
export function oldestOf(browsers) {
  const names = { chrome: "chrome", edge: "edge", firefox: "firefox", safari: "safari", ios_saf: "safari_ios" };
  const oldest = {};
  for (const each of browsers) {
    const [name, versions] = each.split(" ");
    const version = parseFloat(versions);
    if (names[name] && !Number.isNaN(version)) oldest[names[name]] = Math.min(oldest[names[name]] ?? Infinity, version);
  }
  return oldest;
}

/** The browsers, with versions, that do not know a feature; [] if all do. An old way counts if `has` finds it beside the new one:
    it is asked for prefixes ("-webkit-") and for other names. */
export function lackedBy(feature, oldest, has = () => false) {
  return Object.entries(oldest)
    .filter(([browser, version]) => !isKnown(statements(feature, browser, version), has))
    .map(([browser, version]) => `${browser} ${version}`);
}

/** The prefixes and other names by which the browsers that lack a feature know it. */
export function oldWays(feature, oldest) {
  const all = Object.entries(oldest).flatMap(([browser, version]) => {
    const found = statements(feature, browser, version);
    return isKnown(found, () => false) ? [] : found.map(({ prefix, alternative_name: name }) => prefix || name);
  });
  return [...new Set(all.filter(Boolean))];
}

/** What holds in a version: it is there, under its own name or an old one, whole or in part. */
function statements(feature, browser, version) {
  return [feature.__compat.support[browser] ?? []].flat().filter((each) => {
    const { version_added: added, version_removed: removed, flags } = each;
    return !flags && added && number(added) <= version && !(removed && number(removed) <= version);
  });
}

/** What is there in part is known well enough, unless an old name stands for the whole: so Chrome 109 reads "mask" and does nothing. */
function isKnown(found, has) {
  const old = found.filter((each) => each.prefix || each.alternative_name);
  if (old.some((each) => has(each.prefix || each.alternative_name))) return true;
  return found.some((each) => !old.includes(each) && (!each.partial_implementation || !old.length));
}

function number(version) {
  return version === "preview" ? Infinity : parseFloat(String(version).replace("≤", ""));
}
