import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { accessChanges } from '../../api/access-queries.ts'
import type { ResponseOf } from '../../contract/operations.ts'
import { forgetAllTypedAnswers } from '../../stores/typed-answers.ts'
import { MenuList } from '../../ui/menu-list.tsx'
import { roleWords } from '../../ui/role-words.ts'
import { paths } from '../../url/paths.ts'
import { NotificationSetting } from './notification-setting.tsx'
import styles from './person-menu.module.css'

type Me = ResponseOf<'readMe'>

const signInWords: Readonly<Record<NonNullable<Me['signedInBy']>, string>> = {
  oidc: 'Signed in',
  proxy: 'Signed in by the proxy in front',
  loopback: 'Nobody has to sign in on this machine',
  demo: 'Of a simulated organization; nobody signed in',
}

export function AboutMe({ me }: Readonly<{ me: Me }>) {
  const { name, role, teams, signedInBy } = me
  const mayReadAudit = role === 'admin' || role === 'coach'
  return (
    <>
      <dl className={styles['facts']}>
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>Role</dt>
        <dd>{role === null ? 'API token' : roleWords[role]}</dd>
        {teams.length > 0 && (
          <>
            <dt>Teams</dt>
            <dd>{teams.join(', ')}</dd>
          </>
        )}
      </dl>
      {signedInBy !== null && <p className={styles['note']}>{signInWords[signedInBy]}</p>}
      <NotificationSetting teams={teams} />
      {mayReadAudit && (
        <MenuList name="Settings">
          <li>
            <Link {...paths.access()}>{role === 'admin' ? 'API tokens and audit log' : 'Audit log'}</Link>
          </li>
        </MenuList>
      )}
      {(signedInBy === 'oidc' || signedInBy === 'demo') && <SignOut />}
    </>
  )
}

function leave({ goTo }: Readonly<{ goTo: string }>) {
  forgetAllTypedAnswers()
  location.assign(goTo)
}

function SignOut() {
  const signOut = useMutation(accessChanges.signOut())
  return (
    <>
      <MenuList name="Session">
        <li>
          <button
            type="button"
            disabled={signOut.isPending}
            // What was shown must not stay on screen for whoever sits down next: the page is left altogether.
            onClick={() => signOut.mutate(undefined, { onSuccess: leave })}
          >
            {signOut.isPending ? 'Signing out' : 'Sign out'}
          </button>
        </li>
      </MenuList>
      <p role="status" className={styles['note']}>
        {signOut.error && `You are still signed in: ${signOut.error.message}`}
      </p>
    </>
  )
}
