/** What is wrong with a plan: where, and what. `blocking` keeps its step from being scheduled. */
export type Finding = { place: string; blocking: boolean } & FindingKind;

export type FindingKind =
  | { kind: 'step_twice'; code: string }
  | { kind: 'template_missing'; template: string }
  | { kind: 'time_unclear'; reason: string }
  | { kind: 'outside_round'; opens: string; closes: string }
  | { kind: 'quiet_time'; next: string }
  | { kind: 'too_close'; other: string }
  | { kind: 'language_missing'; language: string }
  | { kind: 'subject_missing' }
  | { kind: 'subject_long'; length: number; most: number }
  | { kind: 'subject_variable'; variable: string }
  | { kind: 'link_missing'; variable: string }
  | { kind: 'link_twice'; variable: string }
  | { kind: 'link_wrong_place'; variable: string; wanted: string }
  | { kind: 'locked_in_paragraph' }
  | { kind: 'unknown_variable'; variable: string; meant: string | null }
  | { kind: 'stray_braces' }
  | { kind: 'markup' }
  | { kind: 'leading'; phrase: string }
  | { kind: 'sms_long'; segments: number; units: number; most: number; foreign: string };
