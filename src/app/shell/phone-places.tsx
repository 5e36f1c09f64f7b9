import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import { MenuList } from '../../ui/menu-list.tsx'
import { paths } from '../../url/paths.ts'
import { ThemeChoices } from './theme-menu.tsx'

type PhonePlacesProps = Readonly<{ onKeys: () => void; onChosen: () => void }>

export function PhonePlaces({ onKeys, onChosen }: PhonePlacesProps) {
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  return (
    <>
      <MenuList name="Places">
        <li>
          <Link {...paths.planning()}>Planning</Link>
        </li>
        <li>
          <Link {...paths.board()}>Transformation</Link>
        </li>
        <li>
          <Link {...paths.status()}>Status</Link>
        </li>
        <li>
          <Link {...paths.breaches()}>Breaches</Link>
        </li>
        <li>
          <Link {...paths.decisions()}>Decisions</Link>
        </li>
        <li>
          <Link {...paths.policies()}>Policies</Link>
        </li>
        <li>
          <Link {...paths.corrections()}>Corrections</Link>
        </li>
        <li>
          <Link {...paths.calendar()}>Calendar</Link>
        </li>
        <li>
          <Link {...paths.catalog()}>Service catalog</Link>
        </li>
        <li>
          <button type="button" onClick={onKeys}>
            Keyboard shortcuts
          </button>
        </li>
      </MenuList>
      <MenuList name="Teams">
        {teams.map((team) => (
          <li key={team.slug}>
            <Link {...paths.explore({ team: team.slug })}>{team.name}</Link>
          </li>
        ))}
      </MenuList>
      <ThemeChoices onChosen={onChosen} />
    </>
  )
}
