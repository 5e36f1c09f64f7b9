import { Link } from '@tanstack/react-router'
import { useRef } from 'react'

import { ROW_MARK, useRowKeys } from '../../ui/use-row-keys.ts'
import styles from './indicator-list.module.css'
import { indicators } from './indicators.ts'

export function IndicatorList() {
  const list = useRef<HTMLOListElement>(null)
  useRowKeys(list)
  return (
    <ol ref={list} className={styles['list']}>
      {indicators.map(({ no, name, shows, link }) => (
        <li key={no} {...(link && ROW_MARK)}>
          <span className={styles['no']} aria-hidden="true">
            {no}
          </span>
          {link ? (
            <Link className={`link ${styles['name']}`} {...link}>
              {name}
            </Link>
          ) : (
            <span className={styles['name']}>{name}</span>
          )}
          <span className={styles['shows']}>{shows}</span>
          {!link && <span className={styles['later']}>not in this version yet</span>}
        </li>
      ))}
    </ol>
  )
}
