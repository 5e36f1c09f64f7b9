import { Link } from '@tanstack/react-router'

import type { StatusBoard, StatusService } from '../../contract/status.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { paths } from '../../url/paths.ts'
import { audienceWords } from './audience-words.ts'
import { ServiceState } from './service-state.tsx'
import styles from './status.module.css'

type StatusGroupsProps = Readonly<{
  board: StatusBoard
  /** Null where the audience is not told how services are listed, nor what their budgets are. */
  onList: ((service: StatusService) => void) | null
}>

/** A deployment or a product, and below it its services, the impacted ones first. */
export function StatusGroups({ board, onList }: StatusGroupsProps) {
  const groups = board.groups.filter(({ services }) => services.length > 0)
  if (groups.length === 0)
    return (
      <Notice kind="missing" title="No service is listed for this audience">
        As seen by the organization, each service says for whom it is listed.
      </Notice>
    )
  return (
    <div className={styles['groups']}>
      {groups.map((group) => (
        <section key={group.key} className={styles['group']} aria-labelledby={`status-${group.key}`}>
          <h2 id={`status-${group.key}`}>
            {group.name} <ServiceState state={group.state} />
          </h2>
          <ul>
            {group.services.map((service) => (
              <li key={service.slug} className={styles['service']}>
                <ServiceState state={service.state} isQuiet />
                <span className={styles['name']}>
                  {onList === null ? (
                    service.name
                  ) : (
                    <Link
                      className="name"
                      {...paths.explore({
                        team: service.team,
                        service: service.slug,
                        deployment: board.by === 'deployment' ? group.key : undefined,
                      })}
                    >
                      {service.name}
                    </Link>
                  )}
                  {board.by === 'product' && service.impactedIn.length > 0 && (
                    <span className="muted"> in {service.impactedIn.join(', ')}</span>
                  )}
                </span>
                {onList !== null && (
                  <Button
                    look="quiet"
                    aria-label={`Change for whom ${service.name} is listed`}
                    onClick={() => onList(service)}
                  >
                    for {audienceWords[service.audience].toLowerCase()}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
