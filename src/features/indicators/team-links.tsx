import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { usePresent } from '../../api/present.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { Slo } from '../../contract/catalog.ts'
import { formatCount } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { Icon } from '../../ui/icon.tsx'
import { escapeMarkdown, markdownLink } from '../../ui/markdown.ts'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AddressLink } from '../../url/address-link.tsx'
import { stringifySearch } from '../../url/codec.ts'
import { frozenSearch, type Present } from '../../url/frozen-search.ts'
import { linksViewCodec, type LinkKind } from '../../url/links-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { graphAddresses, indicatorAddresses, sloAddresses } from './team-addresses.ts'
import styles from './team-links.module.css'

type Section = Readonly<{ title: string; note: string; links: readonly NamedLink[] }>
type NamedLink = Readonly<{ name: string; href: string }>

/** Every page and graph of a team, for its wiki: the words and the addresses, to be copied at once. */
export function TeamLinks() {
  const [view, setView] = useUrlState(linksViewCodec)
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const team = teams.find(({ slug }) => slug === view.team) ?? (view.team === null ? teams[0] : undefined)
  const slos = useQuery({ ...catalogQueries.everySlo(team?.slug ?? ''), enabled: team !== undefined })
  const present = usePresent()
  const sections = useSections(team?.slug ?? '', slos.data ?? [], view.links, present)
  if (team === undefined && teams.length > 0) {
    return (
      <Notice kind="missing" title={`There is no team ${view.team}`}>
        Teams are {teams.map(({ name }) => name).join(', ')}.
      </Notice>
    )
  }
  return (
    <>
      <FilterBar
        name="links"
        end={team && <CopyAll title={`${team.name}: indicators and graphs`} sections={sections} />}
      >
        <FilterSelect
          label="Team"
          value={team?.slug ?? ''}
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(slug) => setView({ team: slug })}
        />
        <Segmented
          label="Links"
          options={[
            { value: 'live', label: 'Live' },
            { value: 'frozen', label: 'Frozen' },
          ]}
          value={view.links}
          onChange={(links) => setView({ links })}
        />
      </FilterBar>
      <QueryPanel title="Links" query={slos} skeleton={<Skeleton name="Links" lines={14} />}>
        {() => sections.map((section) => <LinkSection key={section.title} {...section} />)}
      </QueryPanel>
    </>
  )
}

function LinkSection({ title, note, links }: Section) {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      <p className="muted">
        {formatCount(links.length)} links. {note}
      </p>
      <ul className={styles['links']}>
        {links.map(({ name, href }) => (
          <li key={href}>
            <AddressLink href={href}>{name}</AddressLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

const liveNote = 'They show the present, whenever they are opened.'
const frozenNote = 'They show what they show now; a page says what of it still changes.'

function useSections(
  team: string,
  slos: readonly Slo[],
  kind: LinkKind,
  present: Present | null,
): readonly Section[] {
  const router = useRouter()
  function linkTo(name: string, { pathname, search, href }: ReturnType<typeof router.buildLocation>) {
    const fixed = kind === 'frozen' && present !== null ? frozenSearch(pathname, search, present) : null
    const address = fixed === null ? href : `${pathname}${stringifySearch(fixed)}`
    return { name, href: `${window.location.origin}${address}` }
  }
  const isFrozen = kind === 'frozen'
  return [
    {
      title: 'Indicators',
      note: isFrozen ? frozenNote : liveNote,
      links: indicatorAddresses(team).map(({ name, to }) => linkTo(name, router.buildLocation(to))),
    },
    {
      title: 'Graphs by service, SLI and deployment',
      note: 'Short links always show the current period of all their SLOs.',
      links: graphAddresses(slos).map(({ name, to }) => linkTo(name, router.buildLocation(to))),
    },
    {
      title: 'SLOs',
      note: isFrozen ? 'They name the dates of the current period.' : liveNote,
      links: sloAddresses(slos).map(({ name, to }) => linkTo(name, router.buildLocation(to))),
    },
  ]
}

function CopyAll({ title, sections }: Readonly<{ title: string; sections: readonly Section[] }>) {
  const [result, setResult] = useState('')
  const text = [
    `# ${escapeMarkdown(title)}`,
    ...sections.flatMap((section) => [
      `## ${escapeMarkdown(section.title)}`,
      section.links.map(({ name, href }) => `- ${markdownLink(escapeMarkdown(name), href)}`).join('\n'),
    ]),
  ].join('\n\n')

  function copy() {
    navigator.clipboard.writeText(`${text}\n`).then(
      () => setResult('Copied as Markdown'),
      () => setResult('The browser did not allow it: mark the links below and copy them.'),
    )
  }

  return (
    <span className={styles['copy']}>
      <span role="status">{result}</span>
      <Button onClick={copy}>
        <Icon name="link" />
        Copy all as Markdown
      </Button>
    </span>
  )
}
