import { useLocation } from '@tanstack/react-router'

import { buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { paths } from '../../url/paths.ts'
import styles from './sign-in.module.css'
import { signInViewCodec, type SignInView } from '../../url/sign-in-view.ts'

const failureWords: Readonly<Record<NonNullable<SignInView['failure']>, string>> = {
  expired: 'The attempt to sign in took too long or was begun elsewhere. Try it once more.',
  refused: 'The sign-in provider did not let you in. Whoever runs this server finds the reason in its log.',
  'not-allowed': 'You are known, but none of your groups may use this app. An admin can change that.',
  unreachable: 'The sign-in provider does not answer. Try again in a moment.',
}

type SignInProps = Readonly<{
  /** Null where people come through a proxy and there is nothing to click. */
  signInAt: string | null
  /** What the server says of it. */
  hint: string | undefined
}>

/** Instead of a page that nobody may see yet. The address stays, so that the way back leads to the very same view. */
export function SignIn({ signInAt, hint }: SignInProps) {
  const location = useLocation()
  const isOwnPage = location.pathname === paths.signIn().to
  const view = signInViewCodec.parse(isOwnPage ? location.search : {})
  const to = isOwnPage ? view.to : location.href
  const isSignedOut = view.isSignedOut && view.failure === null
  return (
    <>
      <PageHeader title={isSignedOut ? 'You are signed out' : 'Sign in'} />
      {view.failure !== null && (
        <Notice kind="error" title="You are not signed in">
          {failureWords[view.failure]}
        </Notice>
      )}
      {signInAt === null ? (
        <Notice kind="missing" title="The server does not know who you are">
          {hint ?? 'People come through the proxy in front of it'}. Open the app at the address of that proxy.
        </Notice>
      ) : (
        <div className={styles['way']}>
          <p>
            The figures are for those who are known here.
            {to !== '/' && ' After signing in this page opens as it was asked for.'}
          </p>
          <a
            className={buttonClass('primary')}
            href={`${signInAt}?${new URLSearchParams({ to }).toString()}`}
          >
            Sign in
          </a>
        </div>
      )}
    </>
  )
}
