import { Time } from './time.tsx'

/** What a frozen page is made of. */
export type FrozenParts = 'budgets' | 'costs' | 'endpoints' | 'records'

type AsOfNoteProps = Readonly<{
  at: string
  parts: FrozenParts
  /** Since when it is kept what hours, and what other tools, said before that changed; null where it always was. */
  kept: Readonly<{ restatementsFrom: string | null; recordsFrom: string | null }> | null
}>

const known: Readonly<Record<FrozenParts, string>> = {
  budgets: 'hours, corrections and SLOs as they were known then',
  costs: 'hours, corrections, SLOs and incidents as they were known then',
  endpoints: 'hours as they were known then',
  records: 'what other tools had told by then',
}

/** What an hour that a link has fixed holds still, and what it does not. */
export function AsOfNote({ at, parts, kept }: AsOfNoteProps) {
  const lacking = (from: string | null | undefined) =>
    from != null && Date.parse(at) < Date.parse(from) ? <Time at={from} form="date-time" /> : null
  const hoursFrom = parts === 'records' ? null : lacking(kept?.restatementsFrom)
  const recordsFrom = parts === 'records' || parts === 'costs' ? lacking(kept?.recordsFrom) : null
  return (
    <>
      As of <Time at={at} form="date-time" />, fixed by the link: {known[parts]}
      {hoursFrom && (
        <>, but with hours that arrived late until {hoursFrom}, before which nobody kept what they had said</>
      )}
      {recordsFrom && (
        <>, but with what was told late until {recordsFrom}, before which nobody kept when it was told</>
      )}
      .
    </>
  )
}
