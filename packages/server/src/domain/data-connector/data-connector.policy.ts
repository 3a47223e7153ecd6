import { permission } from '../permission.ts'

export const mayReadConnectors = permission('read_data_connectors')
export const mayWriteConnectors = permission('write_data_connectors')
