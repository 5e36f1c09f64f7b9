import type { EnactmentOnWire } from '../../contract/enactments.ts'
import { consequenceWords, whenWords } from '../../domain/describe-policies.ts'
import { asSentence } from '../../domain/indicator-words.ts'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { consequenceStateWords, standingWords } from '../../ui/policy-words.ts'
import { Time } from '../../ui/time.tsx'
import { ClauseStatusMark } from './clause-status.tsx'
import { EnactmentForm } from './enactment-form.tsx'
import styles from './policies.module.css'

type EnactmentDialogProps = Readonly<{
  enactment: EnactmentOnWire
  whyNot: string | null
  onClose: () => void
}>

/** One enactment: what was met, and what people did; whoever belongs to the team says so here. */
export function EnactmentDialog({ enactment, whyNot, onClose }: EnactmentDialogProps) {
  const { clauseName, condition, subject, metAt, status } = enactment
  return (
    <Dialog title={clauseName} onClose={onClose} width="wide">
      {(close) => (
        <DialogBody>
          <p>
            {asSentence(whenWords(condition))}{' '}
            {subject === null ? (
              'People found it met'
            ) : (
              <>
                <EndpointName verb={subject.endpoint.verb} path={subject.endpoint.path} />{' '}
                {subject.sliName.toLowerCase()} of {subject.service} in {subject.deployment} met it
              </>
            )}{' '}
            <Time at={metAt} form="day-time" />. <ClauseStatusMark status={status} />
          </p>
          {whyNot === null ? (
            <EnactmentForm enactment={enactment} onDone={close} />
          ) : (
            <ReadOnly enactment={enactment} whyNot={whyNot} />
          )}
        </DialogBody>
      )}
    </Dialog>
  )
}

function ReadOnly({ enactment, whyNot }: Readonly<{ enactment: EnactmentOnWire; whyNot: string }>) {
  const { acknowledged, consequences } = enactment
  return (
    <>
      <p>
        {acknowledged === null ? (
          'Nobody has acknowledged it.'
        ) : (
          <>
            Acknowledged by {acknowledged.by}, <Time at={acknowledged.at} form="day-time" />
            {acknowledged.note !== '' && `: ${acknowledged.note}`}
          </>
        )}
      </p>
      <ul className={styles['plain']}>
        {consequences.map((consequence) => (
          <li key={consequenceWords(consequence)}>
            {consequenceWords(consequence)}: {consequenceStateWords[consequence.state].toLowerCase()},{' '}
            {standingWords[consequence.standing].toLowerCase()}
          </li>
        ))}
      </ul>
      <p className="muted">{whyNot}.</p>
    </>
  )
}
