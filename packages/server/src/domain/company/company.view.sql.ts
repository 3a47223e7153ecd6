import { compiledForIds } from '../../db/compiled-once.ts'

export const selectCompanyViews = compiledForIds(
  'text',
  { workspaceId: 'workspace' },
  (tx, { workspaceId }, id) =>
    tx
      .selectFrom('companies')
      .leftJoin('plans', join =>
        join
          .onRef('plans.workspace_id', '=', 'companies.workspace_id')
          .onRef('plans.id', '=', 'companies.plan_id'),
      )
      .select(['companies.id', 'companies.company_id', 'companies.name', 'companies.plan_id'])
      .select(['plans.name as plan_name', 'companies.size', 'companies.website', 'companies.industry'])
      .select(['companies.monthly_spend', 'companies.session_count', 'companies.user_count'])
      .select(['companies.remote_created_at', 'companies.last_request_at', 'companies.custom_attributes'])
      .select(['companies.created_at', 'companies.updated_at'])
      .where('companies.workspace_id', '=', workspaceId)
      .where('companies.id', '=', id)
      .where('companies.archived_at', 'is', null),
)

export type CompanyRow = Awaited<ReturnType<typeof selectCompanyViews>>[number]
