import { Link } from '@tanstack/react-router'

import { formatMoney } from '../../domain/format-money.ts'
import { percent } from '../../domain/indicator-words.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import type { ContractStanding } from './home-facts.ts'
import type { HomeRange } from './home-range.ts'
import styles from './organization.module.css'

type ContractStandingsProps = Readonly<{ standings: readonly ContractStanding[]; range: HomeRange }>

/** What was promised to customers, whether it held, and what the outages of the period would cost at most. */
export function ContractStandings({ standings, range }: ContractStandingsProps) {
  return (
    <section>
      <div className={styles['head']}>
        <h2>Contracts</h2>
        <Link
          className="link"
          {...indicatorPaths.slaAdherence({ range: { from: range.from, to: range.to } })}
        >
          Adherence
        </Link>
        <Link className="link" {...indicatorPaths.slaDepletion(asOfOnly(range))}>
          What outages cost
        </Link>
      </div>
      {standings.length === 0 ? (
        <Notice kind="missing" title="No contractual SLA is recorded">
          Contracts come with the catalog, each with the SLOs it rests on.
        </Notice>
      ) : (
        <DataTable
          caption="Contracts"
          columns={columnsFor(range.asOf?.name ?? '')}
          rows={standings}
          rowKey={({ slug }) => slug}
          density="dense"
        />
      )}
    </section>
  )
}

export function asOfOnly({ asOf }: HomeRange) {
  return asOf === null ? {} : { range: { from: asOf.start, to: asOf.end } }
}

function columnsFor(asOf: string): readonly Column<ContractStanding>[] {
  return [
    {
      id: 'contract',
      header: 'Contract',
      isRowHeader: true,
      cell: ({ slug, name }) => (
        <Link className={styles['name']} {...indicatorPaths.slaAdherence({ contract: [slug] })}>
          {name}
        </Link>
      ),
    },
    {
      id: 'verdict',
      header: asOf,
      cell: ({ brokenIn, hasVerdict, notSigned, counted }) =>
        !hasVerdict ? (
          <Absent
            reason={notSigned ?? 'It had no verdict: no traffic, no data, or no SLO yet that it rests on'}
          />
        ) : (
          <span title={counted ?? undefined}>
            {brokenIn.length > 0 ? (
              <StateBadge state="broken">Broken</StateBadge>
            ) : (
              <StateBadge state="fulfilled">Held</StateBadge>
            )}
            {counted !== null && <VisuallyHidden>{`, ${counted}`}</VisuallyHidden>}
          </span>
        ),
    },
    {
      id: 'left',
      header: 'Left now',
      align: 'end',
      cell: ({ leastLeft }) =>
        leastLeft === null ? <Absent reason="No open period is shown" /> : percent(leastLeft),
    },
    {
      id: 'cost',
      header: 'Cost, at most',
      align: 'end',
      cell: ({ cost, notSigned }) =>
        notSigned !== null ? (
          <Absent reason={notSigned} />
        ) : cost === null ? (
          <span className="muted">not named</span>
        ) : (
          formatMoney(cost.amount, cost.currency)
        ),
    },
  ]
}
