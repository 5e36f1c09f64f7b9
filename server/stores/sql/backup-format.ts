import type { FineWidth } from './fine-bucket-check.ts'

/** The first line of a backup; what reads it refuses what it cannot understand. */
export type BackupHead = Readonly<{
  format: typeof BACKUP_FORMAT
  version: number
  migrations: readonly string[]
}>
type TableLine = Readonly<{ table: BackedUpTable; rows: readonly object[] }>
/** Hours of one series; columns as text, because counts may be larger than what JSON readers agree on. */
export type BucketLine = Readonly<{ series: number; hour: string; good: string; total: string }>
/** Fine buckets of one series, and the hours that are their sum; columns as text, as of hours. */
export type FineLine = Readonly<{
  fine: number
  width: FineWidth
  minute: string
  good: string
  total: string
}>
export type RolledUpLine = Readonly<{ rolledUp: number; hour: string }>
/** The last line: without it a file was cut short. */
type BackupEnd = Readonly<{ end: true; lines: number }>

export type BackupLine = TableLine | BucketLine | FineLine | RolledUpLine | BackupEnd

export const BACKUP_FORMAT = 'sre-indicators-backup'
export const BACKUP_VERSION = 1

/** Those that others refer to come first. Sessions are left out: whoever restores signs in again. */
export const backedUpTables = [
  'organization',
  'team',
  'deployment',
  'data_source',
  'service',
  'endpoint',
  'sli',
  'slo',
  'contract',
  'default_slo',
  'error_budget_policy',
  'catalog_rotation',
  'slo_version',
  'sla_version',
  'contract_version',
  'series',
  'late_change',
  'former_late_change',
  'data_extent',
  'bucket_restatement',
  'series_feed',
  'correction',
  'release',
  'build',
  'catalog_change',
  'former_catalog_row',
  'api_token',
  'audit_entry',
  'entry',
  'incident',
  'ticket',
  'reported_rotation',
  'measured_endpoint',
  'endpoint_hour',
  'endpoint_restatement',
  'reported_breach',
  'former_record',
  'former_records_from',
  'simulation',
] as const
type BackedUpTable = (typeof backedUpTables)[number]

/** What was carried from one place to another. */
export type BackupCounts = Readonly<{ seriesCount: number; hourCount: number }>
