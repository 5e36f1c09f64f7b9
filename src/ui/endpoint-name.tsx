import styles from './endpoint-name.module.css'

type EndpointNameProps = Readonly<{ verb: string | null; path: string }>

const parameterOrText = /\{[^}]*\}|[^{]+|\{/g

/** POST lighter than /charge, path parameters lighter again. */
export function EndpointName({ verb, path }: EndpointNameProps) {
  return (
    <>
      {verb !== null && <span className={styles['verb']}>{`${verb} `}</span>}
      {[...path.matchAll(parameterOrText)].map(({ index, 0: part }) =>
        part.startsWith('{') ? (
          <span key={index} className={styles['light']}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  )
}
