/** What became of one message. */
export type Delivery =
  | 'taken'
  /** Refused for good, in few words without the address: another try would not help. */
  | { readonly refused: string };

/** Something one message goes out through. Whatever may help later is thrown. */
export interface Outgoing<Message> {
  /** Hands over one message; comes back when it was taken on, or refused for good. */
  deliver(message: Message): Promise<Delivery>;
}
