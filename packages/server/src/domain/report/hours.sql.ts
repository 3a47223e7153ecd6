import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Asked } from './ask.ts'
import { TIMES } from './measures.sql.ts'
import { started } from './scope.sql.ts'

/** What began in each hour of the week, by the clocks of the workspace. */
export const countHours = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .with('told', () =>
      tx
        .selectFrom(started(tx, workspaceId, asked).as('began'))
        .selectAll('began')
        .select([part('isodow', asked).as('day'), part('hour', asked).as('hour')]),
    )
    .selectFrom('told')
    .select(['day', 'hour', ...TIMES])
    .groupBy(['day', 'hour'])
    .execute()

const part = (name: 'isodow' | 'hour', { timezone }: Asked) =>
  sql<number>`extract(${sql.raw(name)} from to_timestamp(began.created_at) at time zone ${timezone}::text)::int`
