import { Link } from '@tanstack/react-router'

import { ApiError } from '../../api/http.ts'
import { usePresent } from '../../api/present.ts'
import type { Problem } from '../../contract/problem.ts'
import { hourFromIso, isoFromHour, type Hour } from '../../domain/hours.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'
import type { SloAddress } from './unknown-slo.tsx'

type Archived = NonNullable<Problem['archived']>

/** How what is asked for left the catalog; null where it never was in it. */
export function archivedOf(error: Error | null): Archived | null {
  return (error instanceof ApiError && error.problem.archived) || null
}

/** Data reach an hour at its end, or in the hour after: this one was told while the SLO was still agreed. */
const HOURS_BEFORE = 2

type ArchivedSloProps = Readonly<{ address: SloAddress; archived: Archived }>

/** Where a row of a frozen list leads when its SLO has left the catalog since. */
export function ArchivedSlo({ address: { service, sli, slo, deployment }, archived }: ArchivedSloProps) {
  const present = usePresent()
  return (
    <>
      <PageHeader
        title="Archived SLO"
        lede={
          <>
            {service} had an SLO named {slo} for {sli} in {deployment}
          </>
        }
      />
      <Notice
        kind="missing"
        title={
          <>
            Archived on <Time at={archived.at} form="date-time" /> by {archived.by}
          </>
        }
        action={
          present && (
            <Link
              className="link"
              {...paths.slosByService({ service: [service], at: lastHourOf(archived, present.nowHour) })}
            >
              SLOs of {service} as they were before
            </Link>
          )
        }
      >
        {archived.reason.replace(/\.$/, '')}. What was measured is kept: frozen links show it, and it comes
        back with its history when its file does.
      </Notice>
    </>
  )
}

/** Where data have stopped before it, the end of them. */
function lastHourOf({ at }: Archived, nowHour: Hour): string {
  return isoFromHour(Math.min((hourFromIso(at) ?? nowHour) - HOURS_BEFORE, nowHour))
}
