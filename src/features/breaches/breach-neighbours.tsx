import { Link } from '@tanstack/react-router'

import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import { Absent } from '../../ui/absent.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'
import { Section } from '../../ui/section.tsx'

type Neighbour = SloBreachDetail['neighbours'][number]

const columns: readonly Column<Neighbour>[] = [
  {
    id: 'service',
    header: 'Service',
    isRowHeader: true,
    cell: ({ service, team }) => (
      <Link className="link" {...paths.explore({ team, service })}>
        {service}
      </Link>
    ),
  },
  {
    id: 'relation',
    header: 'Is',
    cell: ({ relation }) => (relation === 'calls' ? 'called by it' : 'calling it'),
  },
  {
    id: 'state',
    header: 'Stood then',
    cell: ({ state }) =>
      state === null ? <Absent reason="It had no SLO in this deployment" /> : <StateBadge state={state} />,
  },
  {
    id: 'breaches',
    header: 'Its breaches meanwhile',
    cell: ({ breaches }) => {
      const [first, ...more] = breaches
      if (first === undefined) return <Absent reason="None overlapped" />
      return (
        <>
          <Link className="link" {...paths.breach(first.id)}>
            in breach since <Time at={first.start} form="date-time" />
          </Link>
          {more.length > 0 && <span className="muted"> and {more.length} more</span>}
        </>
      )
    },
  },
]

/** Is it us or a dependency: how those around it stood in the same deployment. */
export function BreachNeighbours({ detail: { neighbours, breach } }: Readonly<{ detail: SloBreachDetail }>) {
  return (
    <Section title="Dependencies then" note={`in ${breach.deployment}, an hour after it began`}>
      {neighbours.length === 0 ? (
        <p className="muted">The catalog names nothing that {breach.service} calls or is called by.</p>
      ) : (
        <DataTable
          caption="Dependencies then"
          columns={columns}
          rows={neighbours}
          rowKey={({ service, relation }) => `${relation} ${service}`}
          density="dense"
        />
      )}
    </Section>
  )
}
