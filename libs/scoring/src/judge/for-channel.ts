/** Whether something of a scheme is for this channel type: it names it, or does not say for which. */
export function isFor(
  channelType: string,
  { channels }: { readonly channels?: readonly string[] | undefined },
): boolean {
  return channels === undefined || channels.includes(channelType);
}
