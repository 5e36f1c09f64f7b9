import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { PolicyOnWire } from '../../contract/policies.ts'
import { consequenceWords, lengthWords, policyStateWords, whenWords } from '../../domain/describe-policies.ts'
import { Absent } from '../../ui/absent.tsx'
import { paths } from '../../url/paths.ts'
import { boundWords, nextReviewWords } from './policy-text.ts'
import styles from './policies.module.css'

type Part = Readonly<{ name: string; of: (policy: PolicyOnWire) => ReactNode }>

const list = (words: readonly string[], reason: string) =>
  words.length === 0 ? (
    <Absent reason={reason} />
  ) : (
    <ul className={styles['plain']}>
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )

/** The clauses of one kind of condition: those of all teams stand in one line. */
const clausesOf = (letters: readonly (string | null)[]) => (policy: PolicyOnWire) => {
  const own = policy.clauses.filter(({ condition }) => letters.includes(condition.letter))
  if (own.length === 0) return <Absent reason="The policy has no such clause" />
  return (
    <ul className={styles['plain']}>
      {own.map(({ id, condition, consequences }) => (
        <li key={id}>
          <span>{whenWords(condition)}</span>
          <ul className={styles['then']}>
            {consequences.map((consequence) => (
              <li key={consequenceWords(consequence)}>
                {consequenceWords(consequence)}
                {consequence.within !== null && `, within ${lengthWords(consequence.within)}`}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** The same parts in the same order for all, as a tie-breaker reads them. */
const parts: readonly Part[] = [
  { name: 'Scope', of: ({ services }) => services.join(', ') },
  { name: 'Purpose', of: ({ purpose }) => purpose },
  { name: 'Budget spent (A, B)', of: clausesOf(['A', 'B']) },
  { name: 'Burn rate (E, F)', of: clausesOf(['E', 'F']) },
  { name: 'By cause (C, D, G)', of: clausesOf(['C', 'D', 'G']) },
  { name: 'Conditions of its own', of: clausesOf([null]) },
  { name: 'Escalation', of: ({ escalation }) => list(escalation, 'Nobody is named') },
  { name: 'Agreed by', of: ({ agreedBy }) => list(agreedBy, 'Nobody has agreed yet') },
  {
    name: 'Next review',
    of: (policy) =>
      nextReviewWords(policy)?.filter(Boolean).join(' ') ?? <Absent reason="No review is agreed" />,
  },
  {
    name: 'Silver bullets a year',
    of: ({ silverBulletsPerYear }) => silverBulletsPerYear ?? <Absent reason="The policy knows none" />,
  },
  {
    name: 'Thaw tax',
    of: ({ thawTax }) =>
      thawTax === null ? (
        <Absent reason="The policy knows none" />
      ) : (
        `${1 + thawTax} days for each day with a release`
      ),
  },
  {
    name: 'Parts of its own',
    of: ({ parts: own }) =>
      list(
        own.map(({ title, text }) => `${title}: ${text}`),
        'The policy has none',
      ),
  },
]

export function PolicyTerms({ policies }: Readonly<{ policies: readonly PolicyOnWire[] }>) {
  return (
    <div className={styles['side']} tabIndex={0} role="region" aria-label="What the policies say">
      <table className={styles['terms']}>
        <caption className="muted">The same parts for every team, in the order of the reference.</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            {policies.map((policy) => (
              <th key={policy.slug} scope="col">
                <Link className="link" {...paths.policy(policy.team)}>
                  {policy.teamName}
                </Link>
                <span className="muted">
                  {policyStateWords[policy.state]}
                  {boundWords(policy)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {policies.map((policy) => (
                <td key={policy.slug}>{of(policy)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
