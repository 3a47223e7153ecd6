import { Dictionary, model, nullable, oneOf, Type } from '../schema.ts'

export const WorkflowExport = model('workflow_export', {
  export_version: Type.String(),
  exported_at: Type.String(),
  app_id: Type.Integer(),
  workflow: Type.Object({
    id: Type.String(),
    title: Type.String(),
    description: nullable(Type.String()),
    trigger_type: Type.String(),
    state: oneOf('live', 'draft', 'paused'),
    target_channels: Type.Array(Type.String()),
    preferred_devices: Type.Array(Type.String()),
    created_at: Type.String(),
    updated_at: Type.String(),
    targeting: nullable(Dictionary()),
    snapshot: nullable(Dictionary()),
    attributes: Type.Array(Dictionary()),
    embedded_rules: Type.Array(Dictionary()),
  }),
})
