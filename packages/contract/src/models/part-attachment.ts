import { model, nullable, Type } from '../schema.ts'

export const PartAttachment = model('part_attachment', {
  type: Type.Literal('upload'),
  name: Type.String(),
  url: Type.String(),
  content_type: Type.String(),
  filesize: Type.Integer(),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
})
