/** Only read to see what a browser would make of a path; nobody is sent there. */
const ELSEWHERE = 'https://own.invalid'

/** Where somebody was going, if that is a page of this app; else its start. A link must not send people elsewhere. */
export function ownPath(path: string | null | undefined): string {
  if (path == null || path.length > 2_000 || !path.startsWith('/')) return '/'
  // Browsers read \ as / and drop tabs and line ends, so //evil hides in /\evil and in /<tab>/evil.
  if (/[\\\p{Cc}]/u.test(path) || !URL.canParse(path, ELSEWHERE)) return '/'
  const { origin, pathname, search, hash } = new URL(path, ELSEWHERE)
  const isOwn =
    origin === ELSEWHERE && !pathname.startsWith('//') && !/^\/(?:api|auth|sign-in)(?:\/|$)/.test(pathname)
  return isOwn ? `${pathname}${search}${hash}` : '/'
}
