"""What may be newer than the oldest browsers, because without it a page only looks a little different there, and what
only shares its name with something new. In a list of selectors nothing of this is allowed: it takes the others with it.
"""

ALLOWED = {
    ":has": "w regule tylko z nim: Firefox do 120 pokazuje to samo bez tej jednej ozdoby",
    "@page": "Safari do 18.1 drukuje z marginesami, które ma ustawione",
    "@page size": "Safari do 18.1 drukuje na kartce, którą ma ustawioną",
    "break-after: avoid": "Firefox i Safari mogą na wydruku rozdzielić nagłówek od tekstu",
    "break-before: avoid": "Firefox i Safari mogą na wydruku rozdzielić to, co stoi razem",
    "cursor: default": "na telefonie nie ma wskaźnika",
    "cursor: pointer": "na telefonie nie ma wskaźnika",
    "field-sizing": "pole tekstowe nie rośnie samo, tylko się przewija",
    "forced-color-adjust": "Safari nie ma trybu z kolorami użytkownika",
    "hanging-punctuation": "cudzysłów zaczyna wiersz, zamiast wystawać na margines",
    "orphans": "w Firefoksie na wydruku może zostać sam pierwszy wiersz akapitu",
    "resize": "na telefonie pola nie powiększa się myszą",
    "scrollbar-gutter": "pasek przewijania zabiera miejsce dopiero, kiedy się pojawia",
    "text-size-adjust": "dotyczy telefonów, a te rozumieją zapis z -webkit-",
    "text-wrap": "wiersze łamią się zwyczajnie",
    "widows": "w Firefoksie na wydruku może zostać sam ostatni wiersz akapitu",
    ".changed": "to metoda strony formularza (form/page.js), a nie przeglądarki",
}
