import { permission } from '../permission.ts'

export const mayReadDataAttributes = permission('read_data_attributes')
export const mayWriteDataAttributes = permission('write_data_attributes')
