import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES, checking } from "./support/form.js";

const { FormWords, FormCheck: { check, checkAdded } } = checking();

for (const { name, claim, raw, problems } of CASES.cases) {
  test(`${name}: ${claim}`, () => {
    const found = check(raw, CASES.known).problems.map((each) => `${FormWords.fieldName(each.location)}: ${FormWords.problemText(each)}`);
    // A report shows any blank as a plain one.
    assert.deepEqual(found.map((text) => text.replaceAll("\u00a0", " ")).sort(), problems);
  });
}

const ENTRY = CASES.cases.find(({ problems }) => !problems.length).raw;
const keys = (changes, known = CASES.known) => check({ ...ENTRY, ...changes }, known).problems.map(({ key, location }) => `${key} ${location.join(".")}`);

test("a heading in a story is one too many, but not between the marks of code", () => {
  const heading = "unknown_section challenge";
  assert.deepEqual(keys({ challenge: "Tekst.\n## Inny" }), [heading]);
  assert.deepEqual(keys({ challenge: "# Tytuł\n\n##Bez odstępu" }), [heading, heading]);
  assert.deepEqual(keys({ challenge: "### Mniejszy\n\n#" }), []);
  assert.deepEqual(keys({ challenge: "```\n## Kod\n# Też\n```\nTekst." }), []);
  assert.deepEqual(keys({ challenge: "~~~\n## Kod\n~~~\n## Inny" }), [heading]);
  assert.deepEqual(keys({ challenge: "    ```\n## Inny" }), [heading]);
});

test("a heading is named as it stands, with those that there are", () => {
  const { params } = check({ ...ENTRY, challenge: "##  Inny " }, CASES.known).problems[0];
  assert.equal(params.value, "Inny");
  assert.equal(params.known.startsWith("„Wyzwanie”, „"), true);
  assert.equal(check({ ...ENTRY, challenge: "#  Tytuł" }, CASES.known).problems[0].params.value, "Tytuł");
});

test("a story names sources, practices and addresses that there are", () => {
  const story = (text) => keys({ challenge: text });
  assert.deepEqual(story("Tak[^s1], nie[^s2]."), ["unknown_source challenge"]);
  assert.deepEqual(story("[a](../wzor/index.md) [b](../inny/)"), ["unknown_practice challenge"]);
  assert.deepEqual(keys({ challenge: "[b](../inny/)" }, { ...CASES.known, practices: undefined }), []);
  assert.deepEqual(story("[a](https://a.pl) <https://b.pl/> [b](x)"), ["bad_link challenge"]);
  assert.deepEqual(story("<https://b>"), ["bad_link challenge"]);
  assert.deepEqual(story("[a]: javascript:x"), ["bad_link challenge"]);
  assert.deepEqual(story("![a](https://a.pl/b.png) ![c](d)"), ["body_image challenge", "body_image challenge"]);
  assert.deepEqual(story("Tak <b>pogrubione</b>"), ["raw_html challenge"]);
  assert.deepEqual(story("a < b, <https://a.pl>, <mailto:a@b.pl>"), []);
});

const figure = (changes) => ({ id: "w1", label: "Osoby", value: "10", unit: "person", nature: "result", source: "s1", ...changes });
const withFigures = (...figures) => keys({ indicators: figures });

test("a percentage in the story or the summary is one of the figures", () => {
  const indicators = [figure({ unit: "percent", value: "12.5" })];
  assert.deepEqual(keys({ indicators, challenge: "To 12,5% i 12.5 proc." }), []);
  assert.deepEqual(keys({ indicators, challenge: "To 13 %." }), ["percent_in_prose challenge"]);
  assert.deepEqual(keys({ indicators, summary: `${ENTRY.summary} To 12,5% i 13 procent.` }), ["percent_in_prose summary"]);
  assert.deepEqual(keys({ indicators: [figure({ value: "13" })], challenge: "To 13%." }), ["percent_in_prose challenge"]);
});

test("a range has two ends that rise, another figure one value", () => {
  const ends = { value: "", precision: "range" };
  assert.deepEqual(withFigures(figure({ ...ends, min: "1", max: "2" })), []);
  assert.deepEqual(withFigures(figure({ ...ends, min: "2", max: "2" })), []);
  assert.deepEqual(withFigures(figure({ ...ends, min: "3", max: "2" })), ["range_order indicators.0.max"]);
  for (const given of [{ min: "1" }, { max: "1" }, {}, { min: "1", max: "2", value: "1" }]) {
    assert.deepEqual(withFigures(figure({ ...ends, ...given })), ["range_needs_ends indicators.0"]);
  }
  for (const given of [{ value: "" }, { min: "1" }, { max: "1" }]) assert.deepEqual(withFigures(figure(given)), ["needs_value indicators.0"]);
});

test("a percentage lies between none and all", () => {
  const percent = (value) => withFigures(figure({ unit: "percent", value }));
  assert.deepEqual([percent("0"), percent("100")], [[], []]);
  assert.deepEqual([percent("-1"), percent("100.5")], [["bad_percent indicators.0.value"], ["bad_percent indicators.0.value"]]);
});

test("parts add up to their figure, whatever is lost in fractions", () => {
  const split = (value, ...parts) => withFigures(figure({ value, split: [{ dimension: "sex", parts }] }));
  assert.deepEqual(split("10", ["a", "4"], ["b", "6"]), []);
  assert.deepEqual(split("0.3", ["a", "0.1"], ["b", "0.2"]), []);
  assert.deepEqual(split("10", ["a", "4"], ["b", "7"]), ["split_sum indicators.0.split.0.parts.a"]);
  assert.deepEqual(split("10", ["a", "4"], ["b", "x"]), ["not_a_number indicators.0.split.0.parts.b"]);
});

test("a part fits its whole", () => {
  const whole = figure({ id: "w1", value: "10" });
  const part = (changes) => withFigures(whole, figure({ id: "w2", value: "5", of: "w1", ...changes }));
  assert.deepEqual(part({}), []);
  assert.deepEqual(part({ value: "10" }), []);
  assert.deepEqual(part({ value: "11" }), ["part_above_whole indicators.1.value"]);
  assert.deepEqual(part({ unit: "percent" }), ["unit_mismatch indicators.1.of"]);
  assert.deepEqual(part({ nature: "target" }), ["target_mixed_with_result indicators.1.of"]);
  assert.deepEqual(part({ of: "w9" }), ["unknown_indicator indicators.1.of"]);
  assert.deepEqual(part({ of: "w2" }), ["indicator_refers_to_itself indicators.1.of"]);
  assert.deepEqual(withFigures(figure({ of: "w2" }), figure({ id: "w2", of: "w1" })), [
    "indicator_refers_to_itself indicators.0.of",
    "indicator_refers_to_itself indicators.1.of",
  ]);
});

const money = (role, amount, changes) => ({ role, amount, currency: "PLN", source: "s1", ...changes });
const withMoney = (...funding) => keys({ funding });

test("grants together stay below the total of their currency and time", () => {
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "4"), money("grant", "6")), []);
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "4"), money("grant", "7"), money("grant", "1")), ["grant_above_total funding.2.amount"]);
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "11", { currency: "EUR" })), []);
  assert.deepEqual(withMoney(money("total", "10", { period: "2023" }), money("grant", "11", { period: "2024" })), []);
  assert.deepEqual(withMoney(money("grant", "11"), money("total", "10", { period: "2023" }), money("total", "10")), ["grant_above_total funding.0.amount"]);
});

test("days of the record are in order", () => {
  const editorial = (days) => keys({ editorial: { state: "draft", ...days } });
  assert.deepEqual(editorial({ created: "2024-01-02", updated: "2024-01-02" }), []);
  assert.deepEqual(editorial({ created: "2024-01-02", updated: "2024-01-01" }), ["days_out_of_order editorial.updated"]);
  assert.deepEqual(editorial({ created: "2024-01-02", reviewed_on: "2024-01-01" }), ["days_out_of_order editorial.reviewed_on"]);
  assert.deepEqual(editorial({ reviewed_on: "2024-01-02", review_by: "2024-01-01" }), ["days_out_of_order editorial.review_by"]);
});

test("nothing is named twice", () => {
  assert.deepEqual(keys({ themes: ["zielen", "zielen"] }), ["duplicate_item themes.1"]);
  assert.deepEqual(keys({ places: [{ place: "gdynia" }, { place: "gdynia", role: "implemented" }, { place: "sopot" }] }), ["duplicate_item places.1"]);
  const [role, other] = CASES.source.shape.fields.organisations.of.fields.role.values;
  const organisations = [{ org: "um-gdynia", role }, { org: "um-sopot", role }, { org: "um-gdynia", role: other }, { org: "um-sopot", role }];
  assert.deepEqual(keys({ organisations }), ["duplicate_item organisations.3"]);
  const [type, otherType] = CASES.source.shape.fields.relations.of.fields.type.values;
  const relations = [{ type, target: "las" }, { type: otherType, target: "las" }, { type, target: "las" }];
  assert.deepEqual(keys({ relations }, { ...CASES.known, practices: ["wzor", "las"] }), ["duplicate_item relations.2"]);
  assert.deepEqual(keys({ sources: [{ id: "s1", title: "A" }, { id: "s1", title: "B" }] }), ["duplicate_id sources.1.id"]);
  assert.deepEqual(withFigures(figure({}), figure({})), ["duplicate_id indicators.1.id"]);
});

test("people in a picture who can be recognised have agreed to it", () => {
  const picture = (changes) => keys({ media: [{ file: "a.jpg", alt: "Las", credit: "A", ...changes }] });
  assert.deepEqual(picture({ people: "none" }), []);
  assert.deepEqual(picture({ people: "recognisable" }), ["picture_without_consent media.0.people"]);
  assert.deepEqual(picture({ people: "recognisable", consent: { until: "2030-01-01" } }), []);
});

test("what only follows from a fault is not said as well", () => {
  assert.deepEqual(keys({ sources: [{ id: "S1", title: "A" }], indicators: [figure({ source: "s2" })] }), ["bad_id sources.0.id"]);
  assert.deepEqual(keys({ sources: [{ id: "s1", title: "" }, { id: "s2", title: "" }], indicators: [figure({ source: "s2" })] }), ["missing sources.0.title", "missing sources.1.title"]);
  assert.deepEqual(keys({ indicators: [figure({ unit: "percent", value: "x" })], challenge: "To 12%." }), ["not_a_number indicators.0.value"]);
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "11", { period: "x" })), ["bad_date funding.1.period"]);
  assert.deepEqual(withFigures(figure({ id: "W1" }), figure({ id: "w2", of: "w1" })), ["bad_id indicators.0.id"]);
});

test("a person is named with a consent, or with an office and its source", () => {
  const contact = (changes) => keys({ contacts: [{ person: "Jan Nowak", ...changes }] });
  assert.deepEqual(contact({}), ["person_without_consent contacts.0.person"]);
  assert.deepEqual(contact({ role: "Prezydent" }), ["person_without_consent contacts.0.person"]);
  assert.deepEqual(contact({ role: "Prezydent", source: "s1" }), []);
  assert.deepEqual(contact({ consent_until: "2030-01-01" }), []);
  assert.deepEqual(contact({ consent_until: "x" }), ["bad_day contacts.0.consent_until"]);
  assert.deepEqual(contact({ role: "mieszkaniec", source: "s1" }), ["person_without_consent contacts.0.person"]);
  assert.deepEqual(contact({ consent: { until: "2030-01-01" } }), []);
  assert.deepEqual(contact({ consent: { until: "x" } }), ["bad_day contacts.0.consent.until"]);
  assert.deepEqual(contact({ consent: { until: "2030-01-01", covers: ["contact"] } }), ["person_without_consent contacts.0.person"]);
  const contacts = [{ person: "Jan Nowak", consent_until: "x" }, { person: "Ewa Nowak" }];
  assert.deepEqual(keys({ contacts }), ["bad_day contacts.0.consent_until", "person_without_consent contacts.1.person"]);
});

test("a consent is for a name, or for what reaches a person, or for all", () => {
  const contact = (...covers) => keys({ contacts: [{ person: "Jan Nowak", email: "jan@example.org", phone: "+48 501 234 567", consent: { until: "2030-01-01", covers } }] });
  assert.deepEqual(contact(), []);
  assert.deepEqual(contact("name", "contact"), []);
  assert.deepEqual(contact("name"), ["contact_without_consent contacts.0.email", "contact_without_consent contacts.0.phone"]);
  assert.deepEqual(contact("contact"), ["person_without_consent contacts.0.person"]);
});

test("an address of a person or a mobile phone needs a consent where nobody is named, those of an office do not", () => {
  const contact = (changes) => keys({ contacts: [changes] });
  assert.deepEqual(contact({ email: "biuro@gdynia.pl" }), []);
  assert.deepEqual(contact({ email: "jan.nowak@gdynia.pl" }), ["contact_without_consent contacts.0.email"]);
  assert.deepEqual(contact({ unit: "Wydział Zieleni", email: "jan.nowak@gdynia.pl" }), []);
  assert.deepEqual(contact({ unit: "Wydział Zieleni", email: "jan.nowak@gmail.com" }), ["contact_without_consent contacts.0.email"]);
  assert.deepEqual(contact({ phone: "58 668 80 00" }), ["contact_without_consent contacts.0.phone"]);
  assert.deepEqual(contact({ unit: "Wydział Zieleni", phone: "58 668 80 00" }), []);
  assert.deepEqual(contact({ unit: "Wydział Zieleni", phone: "+48 501 234 567" }), ["contact_without_consent contacts.0.phone"]);
});

test("parts of a sum may have any fractions", () => {
  const split = (value, ...parts) => withFigures(figure({ value, split: [{ dimension: "sex", parts }] }));
  assert.deepEqual(split("0.8", ["a", "0.7"], ["b", "0.1"]), []);
  assert.deepEqual(split("0.8", ["a", "0.7"], ["b", "0.100002"]), ["split_sum indicators.0.split.0.parts.a"]);
});

test("records to add are checked, and their ids are new", () => {
  const good = { id: "hel", name: "Hel", country: "PL", level: "municipality" };
  const places = [good, { ...good, id: "gdynia" }, { ...good, id: "", name: "" }];
  const found = checkAdded({ places }, CASES.known);
  assert.deepEqual(found.map(({ key, location, registry }) => [key, location, registry]), [
    ["duplicate_id", [1, "id"], "places"],
    ["missing", [2, "id"], "places"],
    ["missing", [2, "name"], "places"],
  ]);
  assert.deepEqual(checkAdded({}, CASES.known), []);
});

test("an entry is too short to need evidence by the fields that it could fill, without those it says do not apply", () => {
  const { counted, declarable, stub } = CASES.source;
  const stories = ["challenge", "goals", "solution", "steps", "outcomes", "beneficiary_view", "success_factors"];
  const others = declarable.filter((name) => counted.includes(name) && ![...stories, "organisations", "evidence_level"].includes(name));
  const asked = (filled, declared) => {
    const fields = Object.fromEntries(counted.map((name) => [name, stories.slice(0, filled).includes(name) ? "Tekst." : undefined]));
    const not_applicable = others.slice(0, declared).map((name) => [name, "Nie dotyczy tej praktyki."]);
    const found = keys({ ...fields, not_applicable, editorial: { ...ENTRY.editorial, state: "published" } });
    return found.filter((each) => each.startsWith("published_without")).map((each) => each.split(" ")[0]);
  };
  assert.deepEqual([counted.length, stub], [24, 35]); // seven of twenty are just enough
  assert.deepEqual(asked(7, 4), ["published_without_evidence", "published_without_organisations"]);
  assert.deepEqual(asked(6, 4), []);
  assert.deepEqual(asked(7, 3), []);
});

test("a range of people is mended at its end", () => {
  const population = { min: "90000", max: "500" };
  assert.ok(keys({ transfer: { fits: { population } } }).includes("range_order transfer.fits.population.max"));
});
