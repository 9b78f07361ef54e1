/** A page that is only read: privacy, help, the accessibility statement, whether a message is genuine. */
export type ReadingPage = { title: string; lead: string; sections: readonly ReadingSection[] };
export type ReadingSection = {
  id: string;
  heading: string;
  paragraphs: readonly string[];
  list?: readonly string[];
  link?: { href: string; label: string };
};

/** What these pages know of the reader. Without a code: the reader's institution is not known. */
export type Reader = {
  institution: string | null;
  /** Names of the register's facts that travel with answers, in words: 'tutkinto ja sukupuoli'. */
  variables: string | null;
  /** Last four characters of the reader's code. */
  reference: string | null;
};

/** What the last check of the pages found. `date` in words. */
export type Checked = {
  date: string;
  pages: number;
  checks: number;
  /** Each page in every combination of language, theme and width; else in each of them by turns. */
  everyCombination: boolean;
  faults: readonly string[];
  browser: string;
  /** Address of the form for feedback. */
  feedback: string;
};

export type ReadingTexts = {
  privacy: (reader: Reader) => ReadingPage;
  help: (reader: Reader) => ReadingPage;
  /** From the results of the last check. */
  accessibility: (checked: Checked) => ReadingPage;
  /** With the beginning of every genuine link, where it is known. */
  genuine: (linkStart: string | null) => ReadingPage;
};
