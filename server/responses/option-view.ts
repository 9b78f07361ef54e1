/** One thing to choose. */
export type OptionView = { id: string; value: string; label: string; checked: boolean };

/** A native select. `label` null where the question itself is the label. */
export type ChoiceList = {
  id: string;
  name: string;
  label: string | null;
  empty: string;
  options: readonly OptionView[];
};
