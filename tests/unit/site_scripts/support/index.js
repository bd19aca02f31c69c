// Small indexes of the search, written as finding/search/ writes them, from words that a test names.

const SIGNS = Array.from({ length: 92 }, (_, n) => String.fromCharCode(35 + n)).filter((sign) => sign !== "\\").slice(0, 90);
const HALF = 45;

export function number(value) {
  let digits = SIGNS[value % HALF];
  for (let rest = Math.floor(value / HALF); rest; rest = Math.floor(rest / HALF)) digits = SIGNS[HALF + (rest % HALF)] + digits;
  return digits;
}

export function numbers(values) {
  return values.map(number).join("");
}

/** Rising numbers, each as its distance from the one before. */
function steps(values) {
  return values.map((value, n) => number(value - (n ? values[n - 1] : 0))).join("");
}

export function frontCoded(words) {
  return words.map((word, n) => {
    const shared = n ? sharedLength(words[n - 1], word) : 0;
    return String.fromCharCode(65 + shared) + word.slice(shared);
  }).join("");
}

function sharedLength(one, other) {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared;
}

/** Words in the order of their stems, each [stem, endings, practices, options]: practices as [number, level, field, places]. Options name
    the endings that occur (all unless told), relatives, and in how many practices the word is said to be. A stem that comes again, marked `of`, belongs to that word.
    @returns the core of an index for some practices, with everything in it */
export function coreOf(words, count, options = {}) {
  const main = words.filter(([, , , { of } = {}]) => of === undefined);
  const numberOf = new Map(main.map(([stem], n) => [stem, n]));
  const classes = [...new Set(words.map(([, endings]) => endings.join("|")))];
  const { pieces = [0], ...core } = options;
  return {
    count,
    fields: ["title", "summary", "text"],
    levels: 45,
    cards: cut([0, 2, 4, 6, 8].filter((start) => start < count), count),
    ignored: "na ze",
    lexicon: {
      stems: frontCoded(words.map(([stem]) => stem)),
      endings: classes.map((each) => frontCoded(each.split("|"))).join(";"),
      classes: numbers(words.map(([, endings]) => classes.indexOf(endings.join("|")))),
      attested: words.map(([, endings, , { occurring = endings } = {}]) => occurring.map((each) => SIGNS[endings.indexOf(each)]).join("")).join(" "),
      further: furtherOf(words, numberOf),
      families: familiesOf(main, numberOf),
      often: main.map(([, , practices, { often = practices.length } = {}]) => SIGNS[often && often.toString(2).length]).join(""),
    },
    pieces: cut(pieces, main.length),
    parts: partsOf(main, pieces),
    ...core,
  };
}

/** How items are divided among parts, which are called by their place. */
export function cut(starts, count) {
  const lengths = starts.map((start, n) => (n + 1 < starts.length ? starts[n + 1] : count) - start);
  return { lengths: numbers(lengths), names: starts.map((_, n) => n).join(" ") };
}

function furtherOf(words, numberOf) {
  let before = 0;
  return words.map(([, , , { of } = {}], row) => {
    if (of === undefined) return "";
    const coded = number(row - before) + number(numberOf.get(of));
    before = row;
    return coded;
  }).join("");
}

function familiesOf(main, numberOf) {
  const pairs = main.flatMap(([, , , { relatives = [] } = {}], n) => relatives.map((each) => [n, numberOf.get(each)]));
  let before = 0;
  return pairs.map(([one, other]) => {
    const coded = number(one - before) + number(other - one);
    before = one;
    return coded;
  }).join("");
}

function partsOf(main, pieces) {
  const parts = {};
  pieces.forEach((start, n) => {
    const some = main.slice(start, pieces[n + 1]);
    parts[`terms-${n}`] = some.map(([, , practices]) => postings(practices)).join(" ");
    parts[`positions-${n}`] = some.map(([, , practices]) => practices.map(([, , , places = []]) => steps(places)).join(" ")).join("!");
  });
  return parts;
}

function postings(practices) {
  let before = -1;
  return practices.map(([doc, level, field]) => {
    const coded = number(doc - before - 1) + SIGNS[level] + SIGNS[field];
    before = doc;
    return coded;
  }).join("");
}

/** The part "facets" from the ids of practices, facets {name: {terms: [[id, label]], of: number[][]}} and orders. */
export function facetsPart(ids, facets, orders) {
  const coded = Object.entries(facets).map(([name, { terms, of }]) => [name, { terms, of: of.map(numbers).join(" ") }]);
  return {
    ids: frontCoded(ids),
    facets: Object.fromEntries(coded),
    orders: Object.fromEntries(Object.entries(orders).map(([name, ranks]) => [name, numbers(ranks)])),
  };
}

/** What the page says of what there is to narrow and to sort by, on the script that reads it. */
export const CHOICES = {
  facets: "theme target_group place kind support lifecycle programme evidence",
  sorts: "relevance newest title evidence cost",
};
