// What the build or another page hands to the scripts in docs/assets/scripts, by its global name.

/** Rows of the table of forms; those of a table that is divided come in parts of their own. */
interface LexiconRows {
  stems: string;
  classes: string;
  attested: string;
}

/** The table of forms, written by finding/search/lexicon.py. */
interface LexiconData extends LexiconRows {
  endings: string;
  further: string;
  families: string;
  often: string;
  cut?: SearchCut;
}

/** How practices or words are divided among parts: how many are in each, and what each is called. */
interface SearchCut {
  lengths: string;
  names: string;
}

/** What every search needs, written by finding/search/index.py. */
interface SearchCore {
  count: number;
  fields: string[];
  levels: number;
  cards: SearchCut;
  ignored: string;
  /** Words of questions, which say something only where no other word does. */
  asking?: string;
  /** The names of the months, in each form twelve. */
  months?: string;
  /** By language the words that the catalogue has in that one only. */
  foreign?: Record<string, string>;
  /** How else words are spelled: expressions, each with what stands in its place. */
  spellings?: [string, string][];
  /** What tells whether a query needs the part with words of everyday life, if there is one. */
  everyday?: { expressions: string; further: string } | null;
  lexicon: LexiconData;
  pieces: SearchCut;
  parts?: Record<string, any>;
  /** Where the list of practices is, and practices that have no page in this language. */
  addresses: { practices: string; elsewhere: Record<string, string>; form?: string; ask: string };
}

/** The part "fasety", written by finding/search/documents.py. */
interface FacetsPart {
  ids: string;
  facets: Record<string, { terms: [string, string][]; of: string }>;
  orders: Record<string, string>;
}

/** What a field takes, as catalogue/shapes.py describes it, with the words that form/data.py adds. What a kind needs it has. */
interface Shape {
  kind: string;
  label?: string;
  help?: string;
  hint?: string;
  example?: string;
  required?: boolean;
  default?: string;
  min: number;
  max: number;
  pattern: string;
  values: string[];
  options?: [string, string][];
  /** A part of the same entry whose ids a value may name. */
  own?: string;
  /** The vocabulary or registry that a value is an id of. */
  to: string;
  /** Fields of a record, and those of them that few entries need. */
  fields: Record<string, Shape>;
  rare?: string[];
  /** What a list or a map holds, and the keys of a map. */
  of: Shape;
  keys: Shape;
  /** The label of the first choice among several. */
  main?: string;
  /** The field with an id that the form proposes, and the letter it begins with. */
  first?: [string, string];
  /** What an item of a list is called, and the button that adds one. */
  item?: string;
  add?: string;
  /** Whether it is an item of a list, or stands in a record that may be left out. */
  isItem?: boolean;
  /** The field that offers the same answers, and those of them that come first. */
  same?: string;
  ahead?: string[];
  ofOptional?: boolean;
}

/** What the form knows, written by publishing/form/data.py. */
interface FormSource {
  shape: Shape;
  added: Record<string, Shape>;
  steps: { name: string; fields: string[]; more: string[]; added: string[] }[];
  /** The form of five minutes: its fields, those of each step, and what goes into the file in Polish. */
  short: {
    fields: Record<string, Shape>;
    steps: { name: string; fields: string[] }[];
    source: string;
    questions: Record<string, string>;
  };
  /** Who takes an entry, and the words of the message to them. */
  taking: {
    contact: string | null;
    address: string | null;
    issue: { address: string; title: string; text: string } | null;
    letter: Record<string, string>;
  };
  /** The family of each theme that has one. */
  families: Record<string, string>;
  start: Record<string, any>;
  terms: Record<string, string[]>;
  registry: Record<string, [string, string, string[]][]>;
  per_file: number;
  /** The questions of the document to fill in, by their ids, and its other words. */
  asked: { labels: Record<string, string>; hints: string[]; before: string; notes: Record<string, string> };
  /** Names for the codes of the lists of places; regions by "PL.82". */
  gazetteer: { countries: Record<string, string>; regions: Record<string, string> };
  headings: Record<string, string>;
  counted: string[];
  stub: number;
  declarable: string[];
  undeclarable: string[];
  codes: Record<string, string>;
  patterns: Record<string, string>;
  /** Lists by what their items have: an id of their own, or nothing but a value. */
  lists: { with_id: string[]; plain: string[] };
  /** Messages that only follow from a fault elsewhere: by the field, an id or the field beside it that is named. */
  follows: Record<string, ["field" | "id" | "neighbour", string | null]>;
  personal: { free_mail: string[]; office_mail: string; offices: string; mobile: string };
  licences: { forbidding: string[]; without_credit: string[]; words: string };
  spellings: Record<string, Record<string, string>>;
  months: Record<string, [alone: string, after: string]>;
  currency_signs: Record<string, string>;
  most_marks: number;
  /** What is asked of a licence: which forbid publishing, which ask for no name, and the words of forbidding ones. */
  /** By what private addresses and telephones are known. */
  words: Record<string, string | Record<string, string>>;
  digits: { group: string; decimal: string };
  host: { address: string; file: string; content?: string; edit: string } | null;
}

declare var KatalogFormularz: FormSource;

interface YamlReader {
  load(text: string, options: { schema: unknown }): any;
  FAILSAFE_SCHEMA: unknown;
}
interface Unpacker {
  unzipSync(
    data: Uint8Array,
    options: { filter: (part: { name: string; originalSize: number }) => boolean },
  ): Record<string, Uint8Array>;
}
interface Window {
  jsyaml?: YamlReader;
  fflate?: Unpacker;
}

/** Lists of places by their letter, a place a line; they come once a name is typed that the registry has not. */
declare var KatalogMiejscowosci: Record<string, string>;

/** Entries by id, as they are written; they come once somebody asks to correct one. */
declare var KatalogWpisy: Record<string, Record<string, any>>;

/** Practices as the page porownaj/ compares them, by id, written by publishing/pages/compared/page.py. */
declare var KatalogPorownane: Record<string, any> | undefined;

/** What keeps the practices that are chosen to be compared; it comes with the first one. */
declare var KatalogShortlist: { mark(id: string, isChosen: boolean): void };

/** Adds the toggle "compare" to the practices in a part of a page; it is there once the page has been read. */
declare var KatalogToggles: ((part: Document | Element) => void) | undefined;

/** What saves a comparison as files; it comes once somebody asks for one. */
declare var KatalogCompareSaving: Record<"csv" | "html", (saved: any) => void>;

/** All practices as the page czy-pasuje/ compares them, written by publishing/pages/fit_page.py. */
declare var KatalogPasuje: any;
