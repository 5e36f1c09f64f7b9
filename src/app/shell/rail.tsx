import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import type { Team } from '../../contract/catalog.ts'
import { useOnCallScope } from '../../stores/preferences.ts'
import { Icon } from '../../ui/icon.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { paths } from '../../url/paths.ts'
import { Brand } from './brand.tsx'
import { Freshness } from './freshness.tsx'
import { PeriodClock } from './period-clock.tsx'
import styles from './rail.module.css'

// A team's page is the same page whatever it is filtered by.
const anySearch = { includeSearch: false } as const

export function Rail({ onSearch }: Readonly<{ onSearch: () => void }>) {
  const { data, isPending } = useQuery(organizationQueries.teams())
  const teams = data?.items ?? []
  const scope = useOnCallScope()
  const burning = teams.reduce((sum, team) => sum + team.burningCount, 0)
  return (
    <nav className={styles['rail']} aria-label="Main">
      <Brand />
      <button type="button" className={styles['search']} onClick={onSearch} title="Search or jump">
        <Icon name="search" />
        <span className={styles['label']}>Search or jump</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className={styles['group']}>
        <Link {...paths.onCall(scope)} activeOptions={anySearch} title="On call">
          <Icon name="pulse" />
          <span className={styles['label']}>On call</span>
          {burning > 0 && (
            <span className={`${styles['count']} ${styles['burning']}`}>
              <StateGlyph state="burning" />
              {burning}
              <VisuallyHidden> budgets burning</VisuallyHidden>
            </span>
          )}
        </Link>
        <Link {...paths.planning()} title="Planning">
          <Icon name="scales" />
          <span className={styles['label']}>Planning</span>
        </Link>
        <Link {...paths.organization()} title="Organization">
          <Icon name="bars" />
          <span className={styles['label']}>Organization</span>
        </Link>
      </div>
      {teams.length > 0 && <Teams teams={teams} />}
      {isPending && <div className={`${styles['teams']} ${styles['pending']}`} />}
      <div className={styles['group']}>
        <Link {...paths.explore()} activeOptions={{ ...anySearch, exact: true }} title="All budgets">
          <Icon name="grid" />
          <span className={styles['label']}>All budgets</span>
        </Link>
        <Link {...paths.status()} activeOptions={anySearch} title="Status">
          <Icon name="speech" />
          <span className={styles['label']}>Status</span>
        </Link>
        <Link {...paths.indicators()} activeOptions={anySearch} title="Indicators">
          <Icon name="rows" />
          <span className={styles['label']}>Indicators</span>
        </Link>
        <Link {...paths.breaches()} activeOptions={anySearch} title="Breaches">
          <Icon name="breach" />
          <span className={styles['label']}>Breaches</span>
        </Link>
        <Link {...paths.corrections()} activeOptions={anySearch} title="Corrections">
          <Icon name="correction" />
          <span className={styles['label']}>Corrections</span>
        </Link>
        <Link {...paths.decisions()} activeOptions={anySearch} title="Decisions">
          <Icon name="decision" />
          <span className={styles['label']}>Decisions</span>
        </Link>
        <Link {...paths.policies()} activeOptions={anySearch} title="Policies">
          <Icon name="policy" />
          <span className={styles['label']}>Policies</span>
        </Link>
        <Transformation />
        <Link {...paths.calendar()} activeOptions={anySearch} title="Calendar">
          <Icon name="calendar" />
          <span className={styles['label']}>Calendar</span>
        </Link>
        <Link {...paths.catalog()} title="Service catalog">
          <Icon name="catalog" />
          <span className={styles['label']}>Service catalog</span>
        </Link>
      </div>
      <div className={styles['foot']}>
        <PeriodClock />
        <Freshness />
      </div>
    </nav>
  )
}

/** Leads to the first of its pages, which stand side by side. */
function Transformation() {
  const isShown = useLocation({ select: ({ pathname }) => pathname.startsWith('/transformation/') })
  return (
    <Link
      {...paths.board()}
      className={isShown ? styles['on'] : undefined}
      aria-current={isShown ? 'true' : undefined}
      title="Transformation"
    >
      <Icon name="steps" />
      <span className={styles['label']}>Transformation</span>
    </Link>
  )
}

function Teams({ teams }: Readonly<{ teams: readonly Team[] }>) {
  // An SLO's address names its team too.
  const { team: shown } = useParams({ strict: false })
  return (
    <div className={`${styles['group']} ${styles['teams']}`}>
      <h2>Teams</h2>
      {teams.map((team) => {
        const state = team.burningCount > 0 ? 'burning' : team.worstState
        return (
          <Link
            key={team.slug}
            {...paths.explore({ team: team.slug })}
            activeOptions={anySearch}
            className={team.slug === shown ? styles['on'] : undefined}
          >
            <span className={styles['label']}>{team.name}</span>
            {state && <StateGlyph state={state} label={stateWords[state]} />}
          </Link>
        )
      })}
    </div>
  )
}
