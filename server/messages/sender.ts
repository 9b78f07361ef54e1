/**
 * Who sends: an institution to its own people, by a plan of its own; '' = the network, to everyone whose institution
 * has no plan of its own.
 */
export type Sender = string;

/** The name of a step within its round: steps of an institution's plan bear its code before theirs. */
export function stepName(sender: Sender, code: string): string {
  return sender === '' ? code : `${sender}/${code}`;
}

/** Whose step a name is, and its code in the plan. Example: senderOf('X0101/invitation') → X0101, invitation. */
export function senderOf(name: string): { sender: Sender; code: string } {
  const end = name.lastIndexOf('/');
  return { sender: name.slice(0, Math.max(end, 0)), code: name.slice(end + 1) };
}
