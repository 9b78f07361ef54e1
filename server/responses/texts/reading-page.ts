/** A page that is only read: privacy, help, the accessibility statement, whether a message is genuine. */
export type ReadingPage = { title: string; lead: string; sections: readonly ReadingSection[] };
export type ReadingSection = { id: string; heading: string; paragraphs: readonly string[]; list?: readonly string[] };

/** What these pages know of the reader. Without a code: the reader's institution is not known. */
export type Reader = {
  institution: string | null;
  /** Names of the register's facts that travel with answers, in words: 'tutkinto ja sukupuoli'. */
  variables: string | null;
  /** Last four characters of the reader's code. */
  reference: string | null;
};

export type ReadingTexts = {
  privacy: (reader: Reader) => ReadingPage;
  help: (reader: Reader) => ReadingPage;
  accessibility: ReadingPage;
  /** With the beginning of every genuine link, where it is known. */
  genuine: (linkStart: string | null) => ReadingPage;
};
