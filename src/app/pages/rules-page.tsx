import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import { accessQueries } from '../../api/access-queries.ts'
import { breachQueries } from '../../api/breach-queries.ts'
import { may, whoMay } from '../../api/may.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { TeamRuleEditor } from '../../features/breaches/team-rule.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function RulesPage() {
  const { team } = useParams({ from: '/rules/$team' })
  const query = useQuery(breachQueries.teamRule(team))
  const me = useQuery(accessQueries.me()).data
  return (
    <>
      <PageHeader
        title={query.data === undefined ? 'Alert rules' : `Alert rules of ${query.data.teamName}`}
        lede="What tells somebody that an SLO breaks. Breaches are stored and deplete whether or not they tell."
      />
      <QueryPanel title="The rules" query={query}>
        {(rule) => (
          <TeamRuleEditor
            rule={rule}
            whyNot={
              may(me, 'change-rule', team) || me === undefined
                ? null
                : `A rule needs ${whoMay('change-rule', rule.teamName)}; you may try drafts all the same.`
            }
          />
        )}
      </QueryPanel>
    </>
  )
}
