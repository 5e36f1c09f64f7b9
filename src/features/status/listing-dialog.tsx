import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { NotSaved } from '../../api/not-saved.tsx'
import { statusChanges } from '../../api/status-queries.ts'
import { usePermission } from '../../api/use-permission.ts'
import { serviceListingOf, type ServiceListing, type StatusService } from '../../contract/status.ts'
import { audiences } from '../../domain/service-status.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { audienceWords } from './audience-words.ts'

type ListingDialogProps = Readonly<{ service: StatusService; onClose: () => void }>

const audienceOptions = audiences.map((value) => ({ value, label: audienceWords[value] }))

const listingWords = ({ audience, product }: ServiceListing) =>
  `${audienceWords[audience]}, as a part of ${product ?? 'no product'}`

/** Who is shown the service, and which product it is a part of. */
export function ListingDialog({ service, onClose }: ListingDialogProps) {
  const { whyNot } = usePermission('change-slo', service.team)
  return (
    <Dialog title={`Listing of ${service.name}`} onClose={onClose}>
      {(close) =>
        whyNot === null ? (
          <ListingForm service={service} onDone={close} />
        ) : (
          <Notice kind="forbidden" title={`Listed for: ${listingWords(service)}`}>
            {whyNot}.
          </Notice>
        )
      }
    </Dialog>
  )
}

type ListingFormProps = Readonly<{ service: StatusService; onDone: () => void }>

function ListingForm({ service, onDone }: ListingFormProps) {
  const list = useMutation(statusChanges.list())
  const [audience, setAudience] = useState(service.audience)
  const [product, setProduct] = useState(service.product ?? '')
  // Of what the form began with: the page goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(service.listingVersion)

  function send(overVersion: number) {
    const body = { audience, product: product.trim() || null, seenVersion: overVersion }
    list.mutate({ service: service.slug, body }, { onSuccess: onDone })
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <p className="muted">
        External services are shown to everybody, those for stakeholders not to external people, the others to
        the organization alone.
      </p>
      <Segmented label="Listed for" options={audienceOptions} value={audience} onChange={setAudience} />
      <TextField
        label="Product"
        value={product}
        maxLength={100}
        autoComplete="off"
        onChange={setProduct}
        note="What people outside call it; several services may be parts of one"
      />
      <NotSaved
        change={list}
        title="The listing was not changed"
        bodyOf={serviceListingOf}
        inWords={listingWords}
        onTake={(theirs, version) => {
          setAudience(theirs.audience)
          setProduct(theirs.product ?? '')
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      <SubmitActions submit="Save the listing" isPending={list.isPending} onCancel={onDone} />
    </Form>
  )
}
