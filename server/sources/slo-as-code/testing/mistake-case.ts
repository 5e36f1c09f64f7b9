/** ▸ stands in the text where the mistake is expected, so that no position is counted by hand. */
export type Case = Readonly<{
  what: string
  text: string
  rule: string
  field: string
  says?: string
  hint?: string
}>
