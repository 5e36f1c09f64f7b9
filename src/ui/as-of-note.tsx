import { Time } from './time.tsx'

/** What of a frozen page stays as it was known then. */
export type FrozenParts = 'budgets' | 'costs' | 'endpoints' | 'records'

type AsOfNoteProps = Readonly<{
  at: string
  parts: FrozenParts
  /** Since when it is kept what hours said before they changed, RFC 3339; null where it always was. */
  restatementsFrom: string | null
}>

const apart: Readonly<Record<FrozenParts, string>> = {
  budgets: ' SLOs that were removed since are left out.',
  costs: ' SLOs that were removed since are left out, and incidents told later count in the costs.',
  endpoints: '',
  records: 'What other tools told later of the time before it has been added.',
}

/** What an hour that a link has fixed holds still, and what it does not. */
export function AsOfNote({ at, parts, restatementsFrom }: AsOfNoteProps) {
  const time = <Time at={at} form="date-time" />
  if (parts === 'records')
    return (
      <>
        As of {time}, fixed by the link. {apart.records}
      </>
    )
  const isOlder = restatementsFrom !== null && Date.parse(at) < Date.parse(restatementsFrom)
  return (
    <>
      As of {time}, fixed by the link: {parts === 'endpoints' ? 'hours' : 'hours and corrections'} as they
      were known then
      {isOlder && (
        <>
          , but with hours that arrived late until <Time at={restatementsFrom} form="date-time" />, before
          which nobody kept what they had said
        </>
      )}
      .{apart[parts]}
    </>
  )
}
