import { Link } from '@tanstack/react-router'

import type { PolicyList } from '../../contract/policies.ts'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { policyPaths } from '../../url/policy-paths.ts'
import { ClauseList } from './clause-list.tsx'
import { EnactmentLog } from './enactment-log.tsx'
import { PolicyParts } from './policy-parts.tsx'
import { standingSentence } from './standing-sentence.ts'

type TeamPolicyProps = Readonly<{
  team: Readonly<{ slug: string; name: string }>
  list: PolicyList
  /** Why the viewer may not write; null where they may. */
  whyNot: string | null
}>

/** What follows from what left, what was agreed right, and below what came of it. */
export function TeamPolicy({ team, list, whyNot }: TeamPolicyProps) {
  const { items, without } = list
  if (items.length === 0) return <NoPolicy team={team} isHidden={without.some(({ isHidden }) => isHidden)} />
  return (
    <>
      {items.map((policy) => (
        <section key={policy.slug} aria-label={policy.name}>
          <Sentence>{standingSentence(policy)}</Sentence>
          <TwoColumns
            main={
              <>
                <ClauseList policy={policy} whyNot={whyNot} />
              </>
            }
            beside={
              <>
                <PolicyParts policy={policy} whyNot={whyNot} />
              </>
            }
          />
        </section>
      ))}
      <EnactmentLog team={team.slug} policies={items} whyNot={whyNot} />
    </>
  )
}

function NoPolicy({ team, isHidden }: Readonly<{ team: TeamPolicyProps['team']; isHidden: boolean }>) {
  if (isHidden) {
    return (
      <Notice kind="forbidden" title={`${team.name} keeps its policy to itself`}>
        It is shown to people of the team, to coaches and to admins.
      </Notice>
    )
  }
  return (
    <Notice
      kind="missing"
      title={`${team.name} has no error budget policy`}
      action={
        <Link className="link" {...policyPaths.policies({ show: 'terms' })}>
          Read what other teams agreed
        </Link>
      }
    >
      A policy is agreed once SLOs have been adapted a few times, and is written as code: a document of the
      kind ErrorBudgetPolicy beside the SLOs.
    </Notice>
  )
}
