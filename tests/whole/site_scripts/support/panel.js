// The panel in which the header searches.

export const SITE = "https://example.org/katalog/";
const SAID = {
  "search.begin": "Zacznij pisać.",
  "search.none": "Nic nie znaleziono.",
  "search.lead_on": "Zobacz tematy.",
  "search.failed": "Nie udało się.",
  "search.similar": "podobne",
  "search.count": { one: "{n} wynik", few: "{n} wyniki", many: "{n} wyników", other: "{n}" },
  "search.all_results": "Wszystkie wyniki: {n}",
  "catalogue.did_you_mean": "Czy chodziło o {text}?",
};
export const PANEL = `
<div data-search-panel data-parts="szukaj/" data-said='${JSON.stringify(SAID)}'>
  <form action="praktyki/"><input name="q"><span data-search-suggest></span><button type="reset">Wyczyść</button>
    <button type="button" data-search-close>Zamknij</button></form>
  <div tabindex="0" data-list><p data-search-status></p><ol data-search-results></ol></div>
</div>
<p data-announce data-states="jak w systemie|jasny|ciemny"></p>`;
