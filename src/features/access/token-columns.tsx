import type { ApiToken } from '../../contract/access.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './access.module.css'

type TokenState = 'valid' | 'expired' | 'revoked'

function tokenState({ revokedAt, expiresAt }: ApiToken, nowMs: number): TokenState {
  if (revokedAt !== null) return 'revoked'
  return Date.parse(expiresAt) <= nowMs ? 'expired' : 'valid'
}

type TokenColumns = Readonly<{ nowMs: number; onRevoke: (token: ApiToken) => void }>

export function tokenColumns({ nowMs, onRevoke }: TokenColumns): readonly Column<ApiToken>[] {
  return [
    {
      id: 'name',
      header: 'Token',
      isRowHeader: true,
      width: '200px',
      cell: ({ name }) => (
        <span className={styles['cut']} title={name}>
          {name}
        </span>
      ),
    },
    {
      id: 'prefix',
      header: 'Begins with',
      width: '140px',
      cell: ({ prefix }) => <span className={styles['code']}>{prefix}</span>,
    },
    {
      id: 'scopes',
      header: 'May',
      width: '220px',
      cell: ({ scopes }) => (
        <span className={styles['cut']} title={scopes.join(', ')}>
          {scopes.join(', ')}
        </span>
      ),
    },
    { id: 'made', header: 'Made by', width: '120px', cell: ({ createdBy }) => createdBy },
    {
      id: 'used',
      header: 'Last used',
      width: '120px',
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? (
          <span className="muted">never</span>
        ) : (
          <Time at={lastUsedAt} form="date-time" />
        ),
    },
    {
      id: 'until',
      header: 'Valid until',
      width: '220px',
      cell: (token) => <ValidUntil token={token} nowMs={nowMs} />,
    },
    {
      id: 'revoke',
      header: 'End it',
      width: '100px',
      cell: (token) =>
        tokenState(token, nowMs) === 'valid' ? (
          <Button look="quiet" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
            Revoke
          </Button>
        ) : null,
    },
  ]
}

function ValidUntil({ token, nowMs }: Readonly<{ token: ApiToken; nowMs: number }>) {
  const { expiresAt, revokedAt } = token
  if (revokedAt !== null)
    return (
      <span className="muted">
        revoked <Time at={revokedAt} form="date" />
      </span>
    )
  return tokenState(token, nowMs) === 'expired' ? (
    <span className="muted">
      expired <Time at={expiresAt} form="date" />
    </span>
  ) : (
    <Time at={expiresAt} form="full" />
  )
}
