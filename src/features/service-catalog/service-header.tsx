import { Link } from '@tanstack/react-router'

import type { CatalogService } from '../../contract/service-catalog.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { catalogPaths } from '../../url/catalog-paths.ts'
import { kindWords } from './catalog-words.ts'

/** What it is, whose, and how it stands. */
export function ServiceHeader({ detail: { service, wholes } }: Readonly<{ detail: CatalogService }>) {
  const { slug, name, team, teamName, budgets } = service
  const worst = budgets?.worstState ?? null
  return (
    <PageHeader
      title={slug}
      lede={
        <span>
          {name}. {kindWords(service)} service of{' '}
          <Link className="link" {...catalogPaths.list({ team: [team] })}>
            {teamName}
          </Link>
          {wholes.length > 0 && ', a part of '}
          {wholes.map((whole, at) => (
            <span key={whole.slug}>
              {at > 0 && ' in '}
              <Link className="link" {...catalogPaths.service(whole.slug)}>
                {whole.slug}
              </Link>
            </span>
          ))}
        </span>
      }
      end={
        worst !== null && budgets !== null ? (
          <StateBadge state={worst}>
            {budgets.states[worst]} of {budgets.seriesCount} budgets {stateWords[worst].toLowerCase()}
          </StateBadge>
        ) : undefined
      }
    />
  )
}
