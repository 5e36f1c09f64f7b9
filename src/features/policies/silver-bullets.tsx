import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { policyQueries } from '../../api/policy-queries.ts'
import type { PolicyOnWire } from '../../contract/policies.ts'
import type { SilverBulletList } from '../../contract/silver-bullets.ts'
import { formatDay } from '../../domain/day.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './policies.module.css'
import { SilverBulletForm } from './silver-bullet-form.tsx'

type SilverBulletsProps = Readonly<{
  policy: PolicyOnWire
  /** Why the viewer may not record one; null where they may. */
  whyNot: string | null
}>

/** How many feature releases may still be made this year although releases are stopped, and what the others were for. */
export function SilverBullets({ policy: { team, slug, silverBulletsPerYear }, whyNot }: SilverBulletsProps) {
  const list = useQuery(policyQueries.silverBullets(team, slug)).data
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      {silverBulletsPerYear} feature releases a year in spite of a stop
      {list !== undefined && (
        <>
          ; {list.used} used in {list.year}, <b>{list.left} left</b>{' '}
          <Button look="quiet" aria-label="Silver bullets: which, and why" onClick={() => setIsOpen(true)}>
            Which, and why
          </Button>
        </>
      )}
      {isOpen && list !== undefined && (
        <Dialog title="Silver bullets" onClose={() => setIsOpen(false)}>
          {() => <Body list={list} team={team} policy={slug} whyNot={whyNot} />}
        </Dialog>
      )}
    </>
  )
}

type BodyProps = Readonly<{
  list: SilverBulletList
  team: string
  policy: string
  whyNot: string | null
}>

function Body({ list, team, policy, whyNot }: BodyProps) {
  const { items, mayLiftBan, year } = list
  /** The one that is changed; 'new' for another, null for none. */
  const [inHand, setInHand] = useState<SilverBulletList['items'][number] | 'new' | null>(null)
  return (
    <DialogBody>
      {!mayLiftBan && <p>None is left in {year}: a stop cannot be lifted for a feature.</p>}
      {items.length === 0 && <p className="muted">None was used so far.</p>}
      <ul className={styles['plain']}>
        {items.map((bullet) => (
          <li key={bullet.id}>
            <b>{formatDay(bullet.on)}</b> {bullet.release}: {bullet.why}{' '}
            <span className="muted">
              {bullet.by}, <Time at={bullet.at} form="date" />
            </span>{' '}
            {whyNot === null && (
              <Button look="quiet" aria-label={`Change ${bullet.release}`} onClick={() => setInHand(bullet)}>
                Change
              </Button>
            )}
          </li>
        ))}
      </ul>
      {whyNot !== null && <p className="muted">{whyNot} to record one.</p>}
      {whyNot === null && inHand === null && mayLiftBan && (
        <p>
          <Button onClick={() => setInHand('new')}>Record one that was used</Button>
        </p>
      )}
      {inHand !== null && (
        <SilverBulletForm
          key={inHand === 'new' ? 'new' : inHand.id}
          bullet={inHand === 'new' ? null : inHand}
          team={team}
          policy={policy}
          onDone={() => setInHand(null)}
        />
      )}
    </DialogBody>
  )
}
