import type { Board } from '../../contract/board.ts'
import type { InfrastructureRequest } from '../../contract/infrastructure-requests.ts'
import type { RequestState } from '../../domain/infrastructure-request.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Time } from '../../ui/time.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'

export const requestStateWords: Readonly<Record<RequestState, string>> = {
  asked: 'Asked for',
  building: 'Being built',
  there: 'There',
  declined: 'Declined',
}

export function requestColumns(
  board: Board,
  teamCount: number,
  /** Null where the viewer may not. */
  onChange: ((request: InfrastructureRequest) => void) | null,
): readonly Column<InfrastructureRequest>[] {
  const namesOf = (teams: readonly string[]) =>
    teams.length === 0
      ? 'no team'
      : teams.map((team) => board.cards.find((card) => card.team === team)?.teamName ?? team).join(', ')
  return [
    {
      id: 'title',
      header: 'Request',
      isRowHeader: true,
      width: 'min(360px, 60vw)',
      cell: ({ title, note }) => (
        <TwoLines first={<span title={title}>{title}</span>} second={<span title={note}>{note}</span>} />
      ),
    },
    {
      id: 'asked',
      header: 'Asked for by',
      width: '240px',
      cell: ({ requestedBy }) => (
        <TwoLines
          first={`${requestedBy.length} of ${teamCount} teams`}
          second={<span title={namesOf(requestedBy)}>{namesOf(requestedBy)}</span>}
        />
      ),
    },
    {
      id: 'helped',
      header: 'Helps',
      width: '200px',
      cell: ({ helpedCount, requestedBy, benefits }) => {
        const others = benefits.filter((team) => !requestedBy.includes(team))
        const words = others.length === 0 ? 'those alone' : `also ${namesOf(others)}`
        return (
          <TwoLines
            first={`${helpedCount} of ${teamCount} teams`}
            second={<span title={words}>{words}</span>}
          />
        )
      },
    },
    {
      id: 'state',
      header: 'State',
      width: '180px',
      cell: ({ state, by, at }) => (
        <TwoLines
          first={requestStateWords[state]}
          second={
            <>
              {by}, <Time at={at} form="date" />
            </>
          }
        />
      ),
    },
    ...(onChange === null
      ? []
      : [
          {
            id: 'change',
            header: 'Change',
            width: '90px',
            cell: (request: InfrastructureRequest) => (
              <Button look="quiet" aria-label={`Change ${request.title}`} onClick={() => onChange(request)}>
                Change
              </Button>
            ),
          },
        ]),
  ]
}
