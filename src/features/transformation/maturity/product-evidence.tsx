import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { MaturityEvidence, MaturityEvidenceKind } from '../../../contract/maturity.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import { catalogPaths } from '../../../url/catalog-paths.ts'
import { paths } from '../../../url/paths.ts'
import { evidenceSentence } from './evidence-words.ts'
import styles from './maturity.module.css'

/** Where each figure can be looked at. */
const places: Readonly<Record<MaturityEvidenceKind, ReactNode>> = {
  'services-with-owner': <Place to={paths.catalog()}>Service catalog</Place>,
  'services-with-slo': <Place to={catalogPaths.list({ missing: ['slos'] })}>Services without an SLO</Place>,
  'services-on-call': <Place to={indicatorPaths.onCallRotations()}>On-call rotations</Place>,
  'services-always-covered': <Place to={indicatorPaths.onCallRotations()}>Hours without anybody</Place>,
  'breaches-alerted': <Place to={paths.breaches()}>Breaches</Place>,
  'breaches-reviewed': <Place to={paths.breaches()}>Breaches</Place>,
  'slos-as-code': <Place to={paths.slosByService()}>SLOs by service</Place>,
  'services-released': <Place to={paths.catalog()}>Service catalog</Place>,
  'services-under-policy': <Place to={paths.policies()}>Policies</Place>,
  'enactments-acknowledged': <Place to={paths.policies()}>Policies</Place>,
}

type PlaceProps = Readonly<{
  to: ReturnType<
    | typeof paths.catalog
    | typeof catalogPaths.list
    | typeof indicatorPaths.onCallRotations
    | typeof paths.breaches
    | typeof paths.policies
    | typeof paths.slosByService
  >
  children: string
}>

function Place({ to, children }: PlaceProps) {
  return (
    <Link className="link" {...to}>
      {children}
    </Link>
  )
}

type ProductEvidenceProps = Readonly<{ evidence: readonly MaturityEvidence[]; days: number }>

/** What the product knows by itself about an aspect; what it means is for the assessor to say. */
export function ProductEvidence({ evidence, days }: ProductEvidenceProps) {
  return (
    <ul className={styles['evidence']}>
      {evidence.map(({ kind, count, of }) => (
        <li key={kind}>
          {evidenceSentence({ kind, count, of }, days)}. {places[kind]}
        </li>
      ))}
    </ul>
  )
}
