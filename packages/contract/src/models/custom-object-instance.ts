import { Dictionary, model, nullable, optional, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

/** An object of a workspace's own kind; `type` names that kind. */
export const CustomObjectInstance = model('custom_object_instance', {
  type: Type.String(),
  id: Type.String(),
  external_id: nullable(Type.String()),
  external_created_at: nullable(Timestamp()),
  external_updated_at: nullable(Timestamp()),
  created_at: optional(Timestamp()),
  updated_at: optional(Timestamp()),
  custom_attributes: Dictionary(),
})

/** How a custom attribute that refers to custom objects shows them; `type` is the object type's name with `.list`. */
export const CustomObjectReferences = model('custom_object_instance_list', {
  type: Type.String(),
  instances: Type.Array(CustomObjectInstance),
})

export const CustomObjectInstancePage = pageOf('custom_object_instances_paginated_list', CustomObjectInstance)

/** The one instance of an external id: as itself and, since the description says so, as a list of one. */
export const FoundCustomObjectInstance = model('found_custom_object_instance', {
  ...CustomObjectInstance.properties,
  ...CustomObjectInstancePage.properties,
})

export const CustomObjectInstanceDeleted = model('custom_object_instance_deleted', {
  object: Type.String(),
  id: Type.String(),
  deleted: Type.Boolean(),
})
