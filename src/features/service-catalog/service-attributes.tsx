import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { CatalogService } from '../../contract/service-catalog.ts'
import { formatDay } from '../../domain/day.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { catalogPaths } from '../../url/catalog-paths.ts'
import { paths } from '../../url/paths.ts'
import { levelWords, stageWords } from './catalog-words.ts'
import styles from './service-page.module.css'

type Source = 'code' | 'measured' | 'both'

type Attribute = Readonly<{ name: string; value: ReactNode; source: Source }>

const sourceWords: Readonly<Record<Source, string>> = {
  code: 'Code',
  measured: 'Measured',
  both: 'Code, releases',
}

const columns: readonly Column<Attribute>[] = [
  { id: 'name', header: 'Attribute', isRowHeader: true, cell: ({ name }) => name },
  {
    id: 'value',
    header: 'Value',
    cell: ({ value }) => <span className={styles['value']}>{value}</span>,
  },
  { id: 'source', header: 'Known from', cell: ({ source }) => sourceWords[source] },
]

/** What files and measurements say of it; what people say stands beside it. */
export function ServiceAttributes({ detail }: Readonly<{ detail: CatalogService }>) {
  return (
    <DataTable
      caption="Attributes"
      columns={columns}
      rows={attributesOf(detail)}
      rowKey={({ name }) => name}
      footer="What stands as code is changed in its file; what to write there stands below."
    />
  )
}

function attributesOf(detail: CatalogService): readonly Attribute[] {
  const { service, profile, deployments, parts, calls, calledBy, releases } = detail
  const isTechnical = service.level === 'technical'
  const isPlanned = service.stage === 'planned'
  const code = (name: string, value: ReactNode): Attribute => ({ name, value, source: 'code' })
  const release = new Map(releases.map((one) => [one.deployment, one.version]))
  return [
    code('Level', levelWords[service.level]),
    code(
      'Stage',
      service.liveFrom === null
        ? stageWords[service.stage]
        : `${stageWords[service.stage]}, to be live ${formatDay(service.liveFrom)}`,
    ),
    code(
      'Owner',
      <Link className="link" {...paths.explore({ team: service.team })}>
        {service.teamName}
      </Link>,
    ),
    code('Product', said(service.product, 'Nobody said which product it belongs to')),
    ...(isTechnical ? [] : [code('Made of', <Names services={parts} none="Nothing yet" />)]),
    ...(isPlanned || !isTechnical
      ? []
      : [
          {
            name: 'Runs in',
            source: 'both' as const,
            value:
              deployments.length === 0 ? (
                <Absent reason="No deployment is known" />
              ) : (
                deployments
                  .map((one) => `${one}${release.has(one) ? ` ${release.get(one) ?? ''}` : ''}`)
                  .join(', ')
              ),
          },
        ]),
    ...(isTechnical
      ? [
          code(
            'To run in',
            profile === null || profile.plannedDeployments.length === 0 ? (
              <Absent reason="No further deployment is planned" />
            ) : (
              profile.plannedDeployments.join(', ')
            ),
          ),
          code('Hosting', said(profile?.hosting ?? null, 'Nobody said where it is hosted')),
          code('Consumes', texts(profile?.consumes ?? null, 'no data')),
          code('Produces', texts(profile?.produces ?? null, 'no data')),
          code(
            'Calls',
            calls.length === 0 && service.missing.includes('dependencies') ? (
              <Absent reason="Nobody said what it calls" />
            ) : (
              <Names services={calls} none="no other service" />
            ),
          ),
          code('Called by', <Names services={calledBy} none="no service that says so" />),
        ]
      : []),
    ...(profile === null || profile.links.length === 0
      ? []
      : [
          code(
            'Links',
            profile.links.map(({ title, url }, at) => (
              <span key={url}>
                {at > 0 && ', '}
                <a className="link" href={url} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </span>
            )),
          ),
        ]),
    ...(isPlanned ? [] : [measuredIn(detail)]),
  ]
}

/** Where hours arrived, whatever the files say of where it runs. */
function measuredIn({ slos }: CatalogService): Attribute {
  const states = slos.flatMap((slo) => slo.states)
  const seen = new Set(states.flatMap(({ deployment, state }) => (state === 'no-data' ? [] : [deployment])))
  return {
    name: 'Measured in',
    source: 'measured',
    value:
      seen.size === 0 ? (
        <Absent reason="No measurement of it arrives from production" />
      ) : (
        [...seen].join(', ')
      ),
  }
}

function said(text: string | null, why: string): ReactNode {
  return text ?? <Absent reason={why} />
}

function texts(list: readonly string[] | null, none: string): ReactNode {
  if (list === null) return <Absent reason="Nobody said which data" />
  return list.length === 0 ? <span className="muted">{none}</span> : list.join(', ')
}

type NamesProps = Readonly<{
  services: readonly Readonly<{ slug: string }>[]
  none: string
}>

function Names({ services, none }: NamesProps) {
  if (services.length === 0) return <span className="muted">{none}</span>
  return services.map(({ slug }, at) => (
    <span key={slug}>
      {at > 0 && ', '}
      <Link className="link" {...catalogPaths.service(slug)}>
        {slug}
      </Link>
    </span>
  ))
}
