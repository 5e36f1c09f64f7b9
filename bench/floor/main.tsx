import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

// The least that can show such a list: React, a window of rows, a filter and a sort over them, nothing else.

type Row = Readonly<{
  service: string
  endpoint: string
  target: number
  remaining: number
  curve: readonly number[]
}>

const ROW_PX = 34
const SPARE_ROWS = 5
const CURVE = { width: 96, height: 20 }

function FloorList() {
  const [rows, setRows] = useState<readonly Row[]>([])
  const [filter, setFilter] = useState('')
  const [isAscending, setAscending] = useState(true)
  const [scrollPx, setScrollPx] = useState(0)
  useEffect(() => {
    void fetch(`/rows.json${location.search}`)
      .then((response) => response.json())
      .then(setRows)
  }, [])

  const sign = isAscending ? 1 : -1
  const shown = rows
    .filter(({ service, endpoint }) => `${service} ${endpoint}`.includes(filter))
    .toSorted((a, b) => sign * (a.remaining - b.remaining))
  const first = Math.max(0, Math.floor(scrollPx / ROW_PX) - SPARE_ROWS)
  const last = first + Math.ceil(innerHeight / ROW_PX) + 2 * SPARE_ROWS
  return (
    <div
      style={{ height: '100vh', overflow: 'auto' }}
      onScroll={(event) => setScrollPx(event.currentTarget.scrollTop)}
    >
      <input
        type="search"
        aria-label="Filter"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <table>
        <thead>
          <tr>
            <th>Service</th>
            <th>Endpoint</th>
            <th>Target</th>
            <th>
              <button type="button" onClick={() => setAscending(!isAscending)}>
                Budget left
              </button>
            </th>
            <th>Budget over time</th>
          </tr>
        </thead>
        <tbody>
          <tr style={{ height: first * ROW_PX }} />
          {shown.slice(first, last).map((row) => (
            <FloorRow key={row.service + row.endpoint} row={row} />
          ))}
          <tr style={{ height: Math.max(0, shown.length - last) * ROW_PX }} />
        </tbody>
      </table>
    </div>
  )
}

function FloorRow({ row }: Readonly<{ row: Row }>) {
  const step = CURVE.width / (row.curve.length - 1)
  const points = row.curve.map((value, index) => `${index * step},${(1 - value) * CURVE.height}`)
  return (
    <tr data-row style={{ height: ROW_PX }}>
      <td>{row.service}</td>
      <td>{row.endpoint}</td>
      <td>{row.target}</td>
      <td>{row.remaining}</td>
      <td>
        <svg width={CURVE.width} height={CURVE.height}>
          <polyline points={points.join(' ')} fill="none" stroke="currentColor" />
        </svg>
      </td>
    </tr>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<FloorList />)
