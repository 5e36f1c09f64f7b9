import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { NotSaved } from '../../api/not-saved.tsx'
import { serviceCatalogChanges } from '../../api/service-catalog-queries.ts'
import { usePermission } from '../../api/use-permission.ts'
import { serviceFactsOf, type CatalogService, type ServiceFacts } from '../../contract/service-catalog.ts'
import { formatDay } from '../../domain/day.ts'
import { serviceDuties } from '../../domain/service-catalog.ts'
import { Absent } from '../../ui/absent.tsx'
import { Fact, FactList } from '../../ui/fact-list.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Time } from '../../ui/time.tsx'
import { bearerWords, classWords, dutyWords, modelWords, monthsWords } from './catalog-words.ts'
import { differingFacts } from './facts-draft.ts'
import { FactsDialog } from './facts-dialog.tsx'
import styles from './service-page.module.css'

const NOBODY = 'Nobody said'

/** What only people know of it, who keeps it up to date, and when somebody last said that it is right. */
export function EnteredFacts({ detail }: Readonly<{ detail: CatalogService }>) {
  const { service, facts } = detail
  const [isOpen, setIsOpen] = useState(false)
  const { whyNot } = usePermission('describe-service', service.team)
  return (
    <Section title="Entered by people" label="Entered by people">
      {facts === null ? (
        <p className="muted">Nobody has entered anything of it yet.</p>
      ) : (
        <FactList look="ruled">
          <Fact name="Kept by">{facts.keeper || <Absent reason={NOBODY} />}</Fact>
          <Fact name="Operating model">
            {facts.model === null ? <Absent reason={NOBODY} /> : modelWords[facts.model]}
            {facts.modelSince !== null && (
              <span className="muted">, since {formatDay(facts.modelSince)}</span>
            )}
          </Fact>
          <Fact name="Class">
            {facts.class === null ? <Absent reason={NOBODY} /> : classWords[facts.class]}
          </Fact>
          {serviceDuties.map((duty) => {
            const bearer = facts.duties[duty]
            return (
              <Fact key={duty} name={dutyWords[duty]}>
                {bearer === null ? <Absent reason={NOBODY} /> : bearerWords[bearer]}
              </Fact>
            )
          })}
          {facts.promise !== '' && <Fact name="May be promised">{facts.promise}</Fact>}
          {facts.note !== '' && <Fact name="Note">{facts.note}</Fact>}
        </FactList>
      )}
      <Confirmation detail={detail} />
      <Confirm detail={detail} whyNot={whyNot} onChange={() => setIsOpen(true)} />
      {detail.versions.length > 1 && <Versions detail={detail} />}
      {isOpen && <FactsDialog detail={detail} onClose={() => setIsOpen(false)} />}
    </Section>
  )
}

function Confirmation({ detail: { service } }: Readonly<{ detail: CatalogService }>) {
  const { confirmed } = service
  if (confirmed === null) return <p>Nobody has yet said that what stands on this page is right.</p>
  return (
    <p>
      {confirmed.isStale ? 'Not confirmed since ' : 'Confirmed '}
      <Time at={confirmed.at} form="date" />
      {confirmed.isStale && `, ${monthsWords(confirmed.months)}`}{' '}
      <span className="muted">by {confirmed.by}</span>
    </p>
  )
}

type ConfirmProps = Readonly<{
  detail: CatalogService
  /** Why the viewer may not; null where they may. */
  whyNot: string | null
  onChange: () => void
}>

/** Saying again what stands there says that it is still so. */
function Confirm({ detail: { service, facts, version }, whyNot, onChange }: ConfirmProps) {
  const write = useMutation(serviceCatalogChanges.writeFacts())
  const seen = write.variables?.body.facts
  const confirm = (seenVersion: number, right: ServiceFacts) =>
    write.mutate({ service: service.slug, body: { seenVersion, facts: right } })
  if (whyNot !== null) return <p className="muted">{whyNot} to change it.</p>
  return (
    <>
      <NotSaved
        change={write}
        bodyOf={serviceFactsOf}
        inWords={(theirs) => seen && differingFacts(seen, theirs)}
        take="Leave theirs"
        onTake={write.reset}
        keep="Put back what stood here, as confirmed"
        onKeep={(theirVersion) => seen && confirm(theirVersion, seen)}
      />
      <div className={styles['actions']}>
        <Button onClick={onChange}>{facts === null ? 'Enter what is known' : 'Change'}</Button>
        {facts !== null && (
          <Button disabled={write.isPending} onClick={() => confirm(version, facts)}>
            Confirm that all this is right
          </Button>
        )}
        <span role="status" className="muted">
          {write.isSuccess && 'Confirmed'}
        </span>
      </div>
    </>
  )
}

function Versions({ detail: { versions } }: Readonly<{ detail: CatalogService }>) {
  return (
    <details className={styles['versions']}>
      <summary>{versions.length} versions</summary>
      <ol className={styles['records']} reversed>
        {versions.map(({ version, by, at, isWithdrawn, facts }) => (
          <li key={version}>
            {isWithdrawn ? 'Taken back' : facts?.model == null ? 'No model' : modelWords[facts.model]}
            {facts?.keeper != null && facts.keeper !== '' && `, kept by ${facts.keeper}`}{' '}
            <span className="muted">
              version {version}, {by}, <Time at={at} form="date" />
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
