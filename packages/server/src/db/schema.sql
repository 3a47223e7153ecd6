-- Generated from the migrations by `npm run generate`: do not edit.
create extension btree_gin;
create extension pg_trgm;

create sequence access_token_id_seq;
create sequence account_id_seq;
create sequence admin_id_seq;
create sequence api_request_id_seq;
create sequence app_id_seq;
create sequence app_registration_id_seq;
create sequence article_content_id_seq;
create sequence article_id_seq;
create sequence article_version_id_seq;
create sequence attachment_fetch_id_seq;
create sequence audience_id_seq;
create sequence away_status_reason_id_seq;
create sequence banner_id_seq;
create sequence banner_view_id_seq;
create sequence brand_id_seq;
create sequence bulk_job_id_seq;
create sequence bulk_task_id_seq;
create sequence call_id_seq;
create sequence collection_id_seq;
create sequence contact_merge_id_seq;
create sequence content_import_source_id_seq;
create sequence content_snippet_id_seq;
create sequence content_stat_id_seq;
create sequence conversation_id_seq;
create sequence conversation_part_id_seq;
create sequence csv_import_id_seq;
create sequence csv_import_trials_place_seq;
create sequence custom_object_instance_id_seq;
create sequence custom_object_type_id_seq;
create sequence data_attribute_id_seq;
create sequence data_connector_execution_id_seq;
create sequence data_connector_id_seq;
create sequence data_connector_token_id_seq;
create sequence distribution_due_id_seq;
create sequence ecommerce_connector_id_seq;
create sequence ecommerce_import_id_seq;
create sequence email_setting_id_seq;
create sequence event_id_seq;
create sequence event_log_id_seq;
create sequence external_page_id_seq;
create sequence fin_event_id_seq;
create sequence fin_session_id_seq;
create sequence fin_voice_call_id_seq;
create sequence folder_id_seq;
create sequence help_center_id_seq;
create sequence help_center_redirect_id_seq;
create sequence identity_secret_id_seq;
create sequence inbox_view_id_seq;
create sequence incoming_mail_id_seq;
create sequence internal_article_id_seq;
create sequence internal_article_version_id_seq;
create sequence invitation_id_seq;
create sequence job_id_seq;
create sequence macro_id_seq;
create sequence mail_message_id_seq;
create sequence mailbox_id_seq;
create sequence message_id_seq;
create sequence messenger_session_id_seq;
create sequence news_item_id_seq;
create sequence newsfeed_id_seq;
create sequence note_id_seq;
create sequence office_hours_exception_id_seq;
create sequence office_hours_schedule_id_seq;
create sequence outgoing_message_id_seq;
create sequence plan_id_seq;
create sequence procedure_id_seq;
create sequence procedure_run_id_seq;
create sequence role_id_seq;
create sequence sandbox_fault_id_seq;
create sequence session_id_seq;
create sequence side_conversation_id_seq;
create sequence subscription_type_id_seq;
create sequence tag_id_seq;
create sequence ticket_number_seq;
create sequence ticket_state_id_seq;
create sequence ticket_type_attribute_id_seq;
create sequence ticket_type_id_seq;
create sequence webhook_delivery_id_seq;
create sequence whatsapp_message_id_seq;
create sequence workflow_id_seq;

create table access_tokens (
  "hash" bytea not null,
  "workspace_id" text not null,
  "id" bigint not null default nextval('access_token_id_seq'::regclass),
  "app_id" bigint not null,
  "admin_id" bigint not null,
  "label" text,
  "scopes" text[] not null default '{}'::text[],
  "created_at" bigint not null,
  "last_used_at" bigint,
  "expires_at" bigint,
  "revoked_at" bigint,
  PRIMARY KEY (hash),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id, app_id) REFERENCES apps(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table account_workspaces (
  "account_id" bigint not null,
  "workspace_id" text not null,
  "admin_id" bigint not null,
  "sso_subject" text,
  "entered_at" bigint,
  "created_at" bigint not null,
  PRIMARY KEY (account_id, workspace_id),
  UNIQUE (workspace_id, admin_id),
  UNIQUE (workspace_id, sso_subject),
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table accounts (
  "id" bigint not null default nextval('account_id_seq'::regclass),
  "email" text not null,
  "name" text not null,
  "password_hash" text,
  "password_changed_at" bigint,
  "totp_secret" text,
  "totp_confirmed_at" bigint,
  "totp_last_step" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (id),
  UNIQUE (email)
);

create table activity_logs (
  "workspace_id" text not null,
  "id" uuid not null default gen_random_uuid(),
  "activity_type" text not null,
  "activity_description" text,
  "performed_by" jsonb not null,
  "metadata" jsonb not null default '{}'::jsonb,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX activity_logs_created_idx ON public.activity_logs USING btree (workspace_id, created_at DESC, id DESC);

create table admins (
  "workspace_id" text not null,
  "id" bigint not null default nextval('admin_id_seq'::regclass),
  "kind" text not null default 'admin'::text,
  "name" text not null,
  "email" text not null,
  "email_verified" boolean not null default false,
  "job_title" text,
  "role_id" bigint,
  "avatar_url" text,
  "has_inbox_seat" boolean not null default true,
  "away_mode_enabled" boolean not null default false,
  "away_mode_reassign" boolean not null default false,
  "away_status_reason_id" bigint,
  "last_active_at" bigint,
  "removed_at" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "assignment_limit" integer,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, away_status_reason_id) REFERENCES away_status_reasons(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, role_id) REFERENCES roles(workspace_id, id),
  CHECK ((assignment_limit >= 0)),
  CHECK ((kind = ANY (ARRAY['admin'::text, 'bot'::text])))
);
CREATE UNIQUE INDEX admins_bot_key ON public.admins USING btree (workspace_id) WHERE (kind = 'bot'::text);
CREATE UNIQUE INDEX admins_email_key ON public.admins USING btree (workspace_id, email) WHERE (removed_at IS NULL);

create table api_requests (
  "workspace_id" text not null,
  "id" bigint not null default nextval('api_request_id_seq'::regclass),
  "at_ms" bigint not null,
  "request_id" text not null,
  "method" text not null,
  "path" text not null,
  "status" integer not null,
  "error_code" text,
  "duration_us" integer not null,
  "version" text not null,
  "app_id" bigint not null,
  "client" text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX api_requests_age_idx ON public.api_requests USING brin (at_ms);
CREATE INDEX api_requests_app_idx ON public.api_requests USING btree (workspace_id, app_id, id DESC);
CREATE INDEX api_requests_unwell_idx ON public.api_requests USING btree (workspace_id, id DESC) WHERE (status >= 400);

create table app_registrations (
  "id" bigint not null default nextval('app_registration_id_seq'::regclass),
  "owner_workspace_id" text not null,
  "name" text not null,
  "client_id" text not null default (gen_random_uuid())::text,
  "client_secret" text,
  "next_client_secret" text,
  "unsealed_client_secret" text,
  "redirect_urls" text[] not null default '{}'::text[],
  "scopes" text[] not null default '{}'::text[],
  "api_version" text,
  "uninstall_url" text,
  "webhook_url" text,
  "webhook_topics" text[] not null default '{}'::text[],
  "webhook_policy" text not null default 'intercom'::text,
  "webhook_ordered" boolean not null default false,
  "webhook_concurrency" integer not null default 10,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (id),
  UNIQUE (client_id),
  FOREIGN KEY (owner_workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((webhook_policy = ANY (ARRAY['intercom'::text, 'durable'::text])))
);
CREATE INDEX app_registrations_owner_idx ON public.app_registrations USING btree (owner_workspace_id, id);

create table apps (
  "workspace_id" text not null,
  "id" bigint not null default nextval('app_id_seq'::regclass),
  "name" text not null,
  "kind" text not null default 'private'::text,
  "rate_limit" integer,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "registration_id" bigint not null,
  "uninstalled_at" bigint,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['private'::text, 'public'::text])))
);
CREATE INDEX apps_installations_idx ON public.apps USING btree (registration_id) WHERE (uninstalled_at IS NULL);
CREATE UNIQUE INDEX apps_registration_key ON public.apps USING btree (workspace_id, registration_id);

create table article_contents (
  "workspace_id" text not null,
  "id" bigint not null default nextval('article_content_id_seq'::regclass),
  "article_id" bigint not null,
  "locale" text not null,
  "state" text not null,
  "version_id" bigint not null,
  "draft_version_id" bigint,
  "first_published_at" bigint,
  "ai_chatbot_availability" boolean not null,
  "ai_copilot_availability" boolean not null,
  "ai_sales_agent_availability" boolean not null,
  "created_by" bigint,
  "updated_by" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, article_id, locale),
  FOREIGN KEY (workspace_id, article_id) REFERENCES articles(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['published'::text, 'draft'::text])))
);

create table article_parents (
  "workspace_id" text not null,
  "article_id" bigint not null,
  "collection_id" bigint not null,
  "position" integer not null,
  "place" integer not null default 0,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, article_id, collection_id),
  FOREIGN KEY (workspace_id, article_id) REFERENCES articles(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, collection_id) REFERENCES collections(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX article_parents_collection_idx ON public.article_parents USING btree (workspace_id, collection_id);

create table article_versions (
  "workspace_id" text not null,
  "id" bigint not null default nextval('article_version_id_seq'::regclass),
  "article_id" bigint not null,
  "locale" text not null,
  "title" text not null,
  "description" text not null,
  "body" text not null,
  "body_markdown" text not null,
  "author_id" bigint not null,
  "created_by" bigint,
  "created_via" text not null,
  "from_version_id" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, article_id) REFERENCES articles(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX article_versions_article_idx ON public.article_versions USING btree (workspace_id, article_id, id DESC);

create table articles (
  "workspace_id" text not null,
  "id" bigint not null default nextval('article_id_seq'::regclass),
  "folder_id" bigint,
  "scheduled_publish_at" bigint,
  "scheduled_unpublish_at" bigint,
  "views" bigint not null default 0,
  "conversations" bigint not null default 0,
  "happy_reactions" bigint not null default 0,
  "neutral_reactions" bigint not null default 0,
  "sad_reactions" bigint not null default 0,
  "fin_involvements" bigint not null default 0,
  "fin_resolutions" bigint not null default 0,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, folder_id) REFERENCES folders(workspace_id, id),
  CHECK ((num_nonnulls(scheduled_publish_at, scheduled_unpublish_at) < 2))
);
CREATE INDEX articles_folder_idx ON public.articles USING btree (workspace_id, folder_id) WHERE (folder_id IS NOT NULL);
CREATE INDEX articles_publish_due_idx ON public.articles USING btree (scheduled_publish_at) WHERE (scheduled_publish_at IS NOT NULL);
CREATE INDEX articles_unpublish_due_idx ON public.articles USING btree (scheduled_unpublish_at) WHERE (scheduled_unpublish_at IS NOT NULL);
CREATE INDEX articles_updated_idx ON public.articles USING btree (workspace_id, updated_at DESC, id DESC);

create table attachment_fetches (
  "workspace_id" text not null,
  "id" bigint not null default nextval('attachment_fetch_id_seq'::regclass),
  "conversation_id" bigint not null,
  "url" text not null,
  "attempts" integer not null default 0,
  "due_at" bigint not null default 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX attachment_fetches_conversation_idx ON public.attachment_fetches USING btree (workspace_id, conversation_id);
CREATE INDEX attachment_fetches_due_idx ON public.attachment_fetches USING btree (due_at);

create table audiences (
  "workspace_id" text not null,
  "id" bigint not null default nextval('audience_id_seq'::regclass),
  "name" text not null,
  "predicates" jsonb not null default '[]'::jsonb,
  "role_predicates" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table away_status_reasons (
  "workspace_id" text not null,
  "id" bigint not null default nextval('away_status_reason_id_seq'::regclass),
  "label" text not null,
  "emoji" text,
  "order" integer not null default 0,
  "deleted" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table banner_days (
  "workspace_id" text not null,
  "banner_id" bigint not null,
  "day" text not null,
  "impressions" bigint not null default 0,
  "dismissals" bigint not null default 0,
  "clicks" bigint not null default 0,
  PRIMARY KEY (workspace_id, banner_id, day),
  FOREIGN KEY (workspace_id, banner_id) REFERENCES banners(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table banner_views (
  "workspace_id" text not null,
  "id" bigint not null default nextval('banner_view_id_seq'::regclass),
  "banner_id" bigint not null,
  "contact_id" text not null,
  "impressions" integer not null default 1,
  "last_shown_at" bigint not null,
  "dismissed_at" bigint,
  "created_at" bigint not null,
  "clicked_at" bigint,
  "reaction" text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, contact_id, banner_id),
  FOREIGN KEY (workspace_id, banner_id) REFERENCES banners(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX banner_views_banner_idx ON public.banner_views USING btree (workspace_id, banner_id);

create table banners (
  "workspace_id" text not null,
  "id" bigint not null default nextval('banner_id_seq'::regclass),
  "state" text not null,
  "title" text,
  "body" text,
  "style" text not null default 'inline'::text,
  "position" text not null default 'top'::text,
  "show_dismiss_button" boolean not null default true,
  "action" jsonb,
  "audience_id" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "started_at" bigint,
  "stopped_at" bigint,
  "aim" jsonb,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, audience_id) REFERENCES audiences(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK (((aim IS NULL) OR (audience_id IS NULL))),
  CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text, 'stopped'::text])))
);
CREATE INDEX banners_audience_idx ON public.banners USING btree (workspace_id, audience_id);
CREATE INDEX banners_live_idx ON public.banners USING btree (workspace_id) WHERE (state = 'live'::text);

create table brands (
  "workspace_id" text not null,
  "id" text not null default (nextval('brand_id_seq'::regclass))::text,
  "name" text not null,
  "help_center_id" bigint,
  "default_address_settings_id" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table bulk_jobs (
  "workspace_id" text not null,
  "id" bigint not null default nextval('bulk_job_id_seq'::regclass),
  "noun" text not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((noun = ANY (ARRAY['contacts'::text, 'companies'::text])))
);

create table bulk_tasks (
  "workspace_id" text not null,
  "id" bigint not null default nextval('bulk_task_id_seq'::regclass),
  "bulk_job_id" bigint not null,
  "action" text not null,
  "item_count" integer not null,
  "items" jsonb,
  "failures" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "started_at" bigint,
  "completed_at" bigint,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, bulk_job_id) REFERENCES bulk_jobs(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((action = ANY (ARRAY['create'::text, 'update'::text, 'delete'::text])))
);
CREATE INDEX bulk_tasks_job_idx ON public.bulk_tasks USING btree (workspace_id, bulk_job_id, id);

create table calls (
  "workspace_id" text not null,
  "id" bigint not null default nextval('call_id_seq'::regclass),
  "conversation_id" bigint,
  "admin_id" bigint,
  "contact_id" text,
  "state" text not null,
  "call_type" text not null default 'phone'::text,
  "direction" text not null,
  "ended_reason" text,
  "phone" text,
  "initiated_at" bigint,
  "answered_at" bigint,
  "ended_at" bigint,
  "hold_time" integer,
  "recording" text,
  "transcript" jsonb,
  "transcript_status" text,
  "fin_call_id" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE SET NULL (contact_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE SET NULL (conversation_id),
  FOREIGN KEY (workspace_id, fin_call_id) REFERENCES calls(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text])))
);
CREATE INDEX calls_contact_idx ON public.calls USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX calls_conversation_idx ON public.calls USING btree (workspace_id, conversation_id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX calls_created_idx ON public.calls USING btree (workspace_id, created_at DESC, id DESC);
CREATE INDEX calls_phone_idx ON public.calls USING btree (workspace_id, phone, created_at DESC) WHERE (phone IS NOT NULL);

create table channel_conversations (
  "workspace_id" text not null,
  "external_id" text not null,
  "conversation_id" bigint not null,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, external_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX channel_conversations_conversation_idx ON public.channel_conversations USING btree (workspace_id, conversation_id);

create table channel_events (
  "workspace_id" text not null,
  "event_id" text not null,
  "external_conversation_id" text not null,
  "conversation_id" bigint not null,
  "external_contact_id" text not null,
  "contact_id" text not null,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, event_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table collections (
  "workspace_id" text not null,
  "id" bigint not null default nextval('collection_id_seq'::regclass),
  "help_center_id" bigint not null,
  "parent_id" bigint,
  "icon" text not null default 'book-bookmark'::text,
  "position" integer not null,
  "contents" jsonb not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, help_center_id) REFERENCES help_centers(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, parent_id) REFERENCES collections(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX collections_help_center_idx ON public.collections USING btree (workspace_id, help_center_id);
CREATE INDEX collections_parent_idx ON public.collections USING btree (workspace_id, parent_id);
CREATE INDEX collections_updated_idx ON public.collections USING btree (workspace_id, updated_at DESC, id DESC);

create table companies (
  "workspace_id" text not null,
  "id" text not null,
  "company_id" text not null,
  "name" text,
  "plan_id" bigint,
  "size" integer,
  "website" text,
  "industry" text,
  "monthly_spend" bigint not null default 0,
  "session_count" integer not null default 0,
  "user_count" integer not null default 0,
  "remote_created_at" bigint,
  "last_request_at" bigint,
  "custom_attributes" jsonb not null default '{}'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "archived_at" bigint,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, plan_id) REFERENCES plans(workspace_id, id)
);
CREATE UNIQUE INDEX companies_company_id_key ON public.companies USING btree (workspace_id, company_id) WHERE (archived_at IS NULL);
CREATE INDEX companies_created_idx ON public.companies USING btree (workspace_id, created_at DESC, id DESC);
CREATE INDEX companies_custom_attributes_idx ON public.companies USING gin (custom_attributes jsonb_path_ops);
CREATE INDEX companies_last_request_idx ON public.companies USING btree (workspace_id, last_request_at DESC NULLS LAST, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX companies_name_contains_idx ON public.companies USING gin (name gin_trgm_ops);
CREATE INDEX companies_name_idx ON public.companies USING btree (workspace_id, name);
CREATE INDEX companies_plan_idx ON public.companies USING btree (workspace_id, plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX companies_updated_idx ON public.companies USING btree (workspace_id, updated_at DESC, id DESC);

create table contact_companies (
  "workspace_id" text not null,
  "contact_id" text not null,
  "company_id" text not null,
  "created_at" bigint not null,
  "last_visited_at" bigint,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, contact_id, company_id),
  FOREIGN KEY (workspace_id, company_id) REFERENCES companies(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX contact_companies_company_idx ON public.contact_companies USING btree (workspace_id, company_id, created_at DESC, contact_id DESC);

create table contact_merges (
  "workspace_id" text not null,
  "id" bigint not null default nextval('contact_merge_id_seq'::regclass),
  "from_contact_id" text not null,
  "into_contact_id" text not null,
  "snapshot" jsonb not null default '{}'::jsonb,
  "merged_by" jsonb,
  "created_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, into_contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_merges_into_idx ON public.contact_merges USING btree (workspace_id, into_contact_id, created_at DESC, id DESC);

create table contact_subscriptions (
  "workspace_id" text not null,
  "contact_id" text not null,
  "subscription_type_id" bigint not null,
  "consent_type" text not null,
  "created_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, contact_id, subscription_type_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, subscription_type_id) REFERENCES subscription_types(workspace_id, id) ON DELETE CASCADE,
  CHECK ((consent_type = ANY (ARRAY['opt_in'::text, 'opt_out'::text])))
);
CREATE INDEX contact_subscriptions_type_idx ON public.contact_subscriptions USING btree (workspace_id, subscription_type_id);

create table contacts (
  "workspace_id" text not null,
  "id" text not null,
  "role" text not null,
  "external_id" text,
  "email" text,
  "email_domain" text generated always as (NULLIF(split_part(email, '@'::text, 2), ''::text)) stored,
  "email_verified" boolean not null default false,
  "phone" text,
  "formatted_phone" text,
  "name" text,
  "pseudonym" text,
  "avatar" text,
  "owner_id" bigint,
  "social_profiles" jsonb not null default '[]'::jsonb,
  "has_hard_bounced" boolean not null default false,
  "marked_email_as_spam" boolean not null default false,
  "unsubscribed_from_emails" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "remote_created_at" bigint,
  "signed_up_at" bigint,
  "last_seen_at" bigint,
  "last_request_at" bigint,
  "last_replied_at" bigint,
  "last_contacted_at" bigint,
  "last_email_opened_at" bigint,
  "last_email_clicked_at" bigint,
  "language_override" text,
  "browser" text,
  "browser_version" text,
  "browser_language" text,
  "os" text,
  "location_country" text,
  "location_region" text,
  "location_city" text,
  "location_country_code" text,
  "location_continent_code" text,
  "android_app_name" text,
  "android_app_version" text,
  "android_device" text,
  "android_os_version" text,
  "android_sdk_version" text,
  "android_last_seen_at" bigint,
  "ios_app_name" text,
  "ios_app_version" text,
  "ios_device" text,
  "ios_os_version" text,
  "ios_sdk_version" text,
  "ios_last_seen_at" bigint,
  "custom_attributes" jsonb not null default '{}'::jsonb,
  "utm_campaign" text,
  "utm_content" text,
  "utm_medium" text,
  "utm_source" text,
  "utm_term" text,
  "referrer" text,
  "enabled_push_messaging" boolean,
  "do_not_track" boolean not null default false,
  "session_count" integer not null default 0,
  "active_company_id" text,
  "archived_at" bigint,
  "blocked_at" bigint,
  "merged_into" text,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, merged_into) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, owner_id) REFERENCES admins(workspace_id, id),
  CHECK ((role = ANY (ARRAY['visitor'::text, 'lead'::text, 'user'::text])))
);
CREATE INDEX contacts_archived_idx ON public.contacts USING btree (workspace_id, created_at DESC, id DESC) WHERE ((role <> 'visitor'::text) AND (merged_into IS NULL) AND (archived_at IS NOT NULL));
CREATE INDEX contacts_created_idx ON public.contacts USING btree (workspace_id, created_at DESC, id DESC) WHERE ((role <> 'visitor'::text) AND (merged_into IS NULL) AND (archived_at IS NULL));
CREATE INDEX contacts_custom_attributes_idx ON public.contacts USING gin (custom_attributes jsonb_path_ops);
CREATE INDEX contacts_email_contains_idx ON public.contacts USING gin (email gin_trgm_ops);
CREATE INDEX contacts_email_domain_idx ON public.contacts USING btree (workspace_id, email_domain) WHERE (email_domain IS NOT NULL);
CREATE INDEX contacts_email_idx ON public.contacts USING btree (workspace_id, email) WHERE (email IS NOT NULL);
CREATE INDEX contacts_external_id_idx ON public.contacts USING btree (workspace_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX contacts_formatted_phone_idx ON public.contacts USING btree (workspace_id, formatted_phone) WHERE (formatted_phone IS NOT NULL);
CREATE INDEX contacts_last_replied_idx ON public.contacts USING btree (workspace_id, last_replied_at DESC, id DESC) WHERE (last_replied_at IS NOT NULL);
CREATE INDEX contacts_last_seen_idx ON public.contacts USING btree (workspace_id, last_seen_at DESC, id DESC);
CREATE INDEX contacts_merged_into_idx ON public.contacts USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX contacts_name_idx ON public.contacts USING gin (name gin_trgm_ops);
CREATE INDEX contacts_owner_idx ON public.contacts USING btree (workspace_id, owner_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX contacts_phone_idx ON public.contacts USING btree (workspace_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX contacts_signed_up_idx ON public.contacts USING btree (workspace_id, signed_up_at DESC, id DESC) WHERE (signed_up_at IS NOT NULL);
CREATE INDEX contacts_updated_idx ON public.contacts USING btree (workspace_id, updated_at DESC, id DESC) WHERE ((role <> 'visitor'::text) AND (merged_into IS NULL) AND (archived_at IS NULL));
CREATE UNIQUE INDEX contacts_user_email_key ON public.contacts USING btree (workspace_id, email) WHERE ((role = 'user'::text) AND (merged_into IS NULL));
CREATE UNIQUE INDEX contacts_user_external_id_key ON public.contacts USING btree (workspace_id, external_id) WHERE ((role = 'user'::text) AND (merged_into IS NULL));

create table content_audiences (
  "workspace_id" text not null,
  "content_type" text not null,
  "content_id" bigint not null,
  "audience_id" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, content_type, content_id, audience_id),
  FOREIGN KEY (workspace_id, audience_id) REFERENCES audiences(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((content_type = ANY (ARRAY['article_content'::text, 'internal_article'::text, 'content_snippet'::text, 'external_content'::text, 'content_import_source'::text])))
);
CREATE INDEX content_audiences_audience_idx ON public.content_audiences USING btree (workspace_id, audience_id);

create table content_import_sources (
  "workspace_id" text not null,
  "id" bigint not null default nextval('content_import_source_id_seq'::regclass),
  "sync_behavior" text not null,
  "status" text not null,
  "url" text not null,
  "last_synced_at" bigint not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['active'::text, 'deactivated'::text]))),
  CHECK ((sync_behavior = ANY (ARRAY['api'::text, 'automatic'::text, 'manual'::text])))
);

create table content_snippets (
  "workspace_id" text not null,
  "id" bigint not null default nextval('content_snippet_id_seq'::regclass),
  "locale" text not null,
  "title" text not null,
  "json_blocks" jsonb not null,
  "body_markdown" text not null,
  "ai_chatbot_availability" boolean not null default false,
  "ai_copilot_availability" boolean not null default false,
  "ai_sales_agent_availability" boolean not null default false,
  "created_by" bigint,
  "updated_by" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX content_snippets_updated_idx ON public.content_snippets USING btree (workspace_id, updated_at DESC, id DESC);

create table content_stats (
  "workspace_id" text not null,
  "id" bigint not null default nextval('content_stat_id_seq'::regclass),
  "content_type" text not null,
  "content_id" text not null,
  "content_title" text,
  "stat_type" text not null,
  "receipt_id" text not null,
  "question_id" text not null default ''::text,
  "contact_id" text not null,
  "company_id" text,
  "ruleset_id" text,
  "ruleset_version_id" text,
  "series_id" text,
  "series_title" text,
  "node_id" text,
  "tags" jsonb not null default '[]'::jsonb,
  "answers" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, receipt_id, stat_type, question_id),
  FOREIGN KEY (workspace_id, company_id) REFERENCES companies(workspace_id, id) ON DELETE SET NULL (company_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX content_stats_company_idx ON public.content_stats USING btree (workspace_id, company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX content_stats_contact_idx ON public.content_stats USING btree (workspace_id, contact_id, id);
CREATE INDEX content_stats_content_idx ON public.content_stats USING btree (workspace_id, content_type, content_id, id);
CREATE INDEX content_stats_time_idx ON public.content_stats USING btree (workspace_id, created_at, id);

create table content_words (
  "workspace_id" text not null,
  "content_type" text not null,
  "content_id" bigint not null,
  "article_id" bigint,
  "language" text not null,
  "heading" text not null,
  "words" tsvector not null,
  PRIMARY KEY (workspace_id, content_type, content_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((content_type = ANY (ARRAY['article_content'::text, 'internal_article'::text, 'content_snippet'::text, 'external_content'::text])))
);
CREATE INDEX content_words_article_idx ON public.content_words USING btree (workspace_id, article_id) WHERE (article_id IS NOT NULL);
CREATE INDEX content_words_heading_idx ON public.content_words USING gin (workspace_id, heading gin_trgm_ops);
CREATE INDEX content_words_words_idx ON public.content_words USING gin (workspace_id, words);

create table conversation_contacts (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "contact_id" text not null,
  "created_at" bigint not null,
  "read_part_id" bigint not null default 0,
  "read_at" bigint,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, conversation_id, contact_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX conversation_contacts_contact_idx ON public.conversation_contacts USING btree (workspace_id, contact_id, conversation_id DESC);

create table conversation_forms (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "part_id" bigint not null,
  "attributes" text[] not null,
  "answered_at" bigint,
  PRIMARY KEY (workspace_id, conversation_id, part_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table conversation_links (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "linked_id" bigint not null,
  "created_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, conversation_id, linked_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, linked_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX conversation_links_linked_idx ON public.conversation_links USING btree (workspace_id, linked_id, conversation_id);

create table conversation_parts (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "id" bigint not null default nextval('conversation_part_id_seq'::regclass),
  "part_type" text not null,
  "body" text,
  "text" text not null default ''::text,
  "tokens" tsvector generated always as (to_tsvector('simple'::regconfig, "left"(text, 200000))) stored,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "notified_at" bigint,
  "author_type" text not null,
  "author_id" text,
  "author_name" text,
  "author_email" text,
  "from_ai_agent" boolean not null default false,
  "is_ai_answer" boolean not null default false,
  "assigned_to_type" text,
  "assigned_to_id" text,
  "attachments" jsonb not null default '[]'::jsonb,
  "metadata" jsonb not null default '{}'::jsonb,
  "event_details" jsonb,
  "email_message_metadata" jsonb,
  "ticket_state" text,
  "previous_ticket_state" text,
  "updated_attribute_data" jsonb,
  "tags" jsonb not null default '[]'::jsonb,
  "state" text,
  "external_id" text,
  "app_package_code" text,
  "redacted" boolean not null default false,
  "send_state" text,
  "send_info" text,
  "admin_seen" boolean not null default false,
  "written" jsonb,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, conversation_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX conversation_parts_said_idx ON public.conversation_parts USING btree (workspace_id, created_at DESC, id DESC) WHERE (text <> ''::text);
CREATE INDEX conversation_parts_turned_idx ON public.conversation_parts USING btree (workspace_id, created_at) WHERE (part_type = ANY (ARRAY['close'::text, 'merged_secondary_conversation'::text, 'open'::text, 'snoozed'::text, 'assign_and_reopen'::text, 'note_and_reopen'::text]));
CREATE INDEX conversation_parts_turns_idx ON public.conversation_parts USING btree (workspace_id, conversation_id, id) INCLUDE (created_at, part_type) WHERE (part_type = ANY (ARRAY['close'::text, 'merged_secondary_conversation'::text, 'open'::text, 'snoozed'::text, 'assign_and_reopen'::text, 'note_and_reopen'::text]));
CREATE INDEX conversation_parts_words_idx ON public.conversation_parts USING gin (workspace_id, tokens) WHERE (text <> ''::text);

create table conversation_teammates (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "admin_id" bigint not null,
  "created_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, conversation_id, admin_id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX conversation_teammates_admin_idx ON public.conversation_teammates USING btree (workspace_id, admin_id, conversation_id DESC);

create table conversations (
  "workspace_id" text not null,
  "id" bigint not null default nextval('conversation_id_seq'::regclass),
  "is_ticket" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "state" text not null default 'open'::text,
  "open" boolean generated always as ((state <> 'closed'::text)) stored,
  "read" boolean not null default false,
  "priority" text not null default 'none'::text,
  "waiting_since" bigint,
  "snoozed_until" bigint,
  "title" text,
  "admin_assignee_id" bigint,
  "team_assignee_id" bigint,
  "company_id" text,
  "brand_id" text,
  "channel_initiated" text,
  "channel_current" text,
  "custom_attributes" jsonb not null default '{}'::jsonb,
  "topics" jsonb not null default '{}'::jsonb,
  "ai_topics" jsonb,
  "external_references" jsonb,
  "sla_applied" jsonb,
  "source_type" text not null default 'conversation'::text,
  "source_id" bigint not null default nextval('message_id_seq'::regclass),
  "source_delivered_as" text not null default 'customer_initiated'::text,
  "source_subject" text not null default ''::text,
  "source_body" text,
  "source_text" text not null default ''::text,
  "source_tokens" tsvector generated always as (to_tsvector('simple'::regconfig, "left"(source_text, 200000))) stored,
  "source_url" text,
  "source_author_type" text,
  "source_author_id" text,
  "source_author_name" text,
  "source_author_email" text,
  "source_attachments" jsonb not null default '[]'::jsonb,
  "source_redacted" boolean not null default false,
  "source_email" jsonb,
  "first_contact_reply_at" bigint,
  "first_contact_reply_type" text,
  "first_contact_reply_url" text,
  "first_assignment_at" bigint,
  "first_admin_reply_at" bigint,
  "first_close_at" bigint,
  "last_assignment_at" bigint,
  "last_assignment_admin_reply_at" bigint,
  "last_contact_reply_at" bigint,
  "last_admin_reply_at" bigint,
  "last_close_at" bigint,
  "last_closed_by_id" bigint,
  "time_to_assignment" bigint,
  "time_to_admin_reply" bigint,
  "time_to_first_close" bigint,
  "time_to_last_close" bigint,
  "median_time_to_reply" bigint,
  "handling_time" bigint,
  "adjusted_handling_time" bigint,
  "count_reopens" integer not null default 0,
  "count_assignments" integer not null default 0,
  "count_conversation_parts" integer not null default 1,
  "assigned_team_first_response_time" jsonb not null default '[]'::jsonb,
  "assigned_team_first_response_time_in_office_hours" jsonb not null default '[]'::jsonb,
  "reply_times" jsonb not null default '[]'::jsonb,
  "team_assigned_at" bigint,
  "handling_since" bigint,
  "handling_paused_since" bigint,
  "handling_paused" bigint not null default 0,
  "rating" integer,
  "rating_remark" text,
  "rating_requested_at" bigint,
  "rating_replied_at" bigint,
  "rating_updated_at" bigint,
  "rating_contact_id" text,
  "rating_admin_id" bigint,
  "ai_agent_participated" boolean not null default false,
  "ai_agent" jsonb,
  "merged_into" bigint,
  "archived_at" bigint,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, admin_assignee_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id, company_id) REFERENCES companies(workspace_id, id) ON DELETE SET NULL (company_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_assignee_id) REFERENCES teams(workspace_id, id) ON DELETE SET NULL (team_assignee_id),
  CHECK ((priority = ANY (ARRAY['none'::text, 'low'::text, 'medium'::text, 'high'::text, 'urgent'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'snoozed'::text])))
);
CREATE INDEX conversations_admin_idx ON public.conversations USING btree (workspace_id, admin_assignee_id, updated_at DESC, id DESC);
CREATE INDEX conversations_author_email_idx ON public.conversations USING gin (source_author_email gin_trgm_ops);
CREATE INDEX conversations_closed_idx ON public.conversations USING btree (workspace_id, last_close_at) WHERE (last_close_at IS NOT NULL);
CREATE INDEX conversations_company_idx ON public.conversations USING btree (workspace_id, company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX conversations_created_idx ON public.conversations USING btree (workspace_id, created_at DESC, id DESC);
CREATE INDEX conversations_custom_attributes_idx ON public.conversations USING gin (custom_attributes jsonb_path_ops);
CREATE INDEX conversations_open_idx ON public.conversations USING btree (workspace_id, is_ticket) WHERE (state <> 'closed'::text);
CREATE INDEX conversations_open_with_idx ON public.conversations USING btree (workspace_id, admin_assignee_id) WHERE ((state = 'open'::text) AND (admin_assignee_id IS NOT NULL) AND (archived_at IS NULL));
CREATE INDEX conversations_rated_idx ON public.conversations USING btree (workspace_id, COALESCE(rating_requested_at, rating_replied_at)) WHERE (COALESCE(rating_requested_at, rating_replied_at) IS NOT NULL);
CREATE INDEX conversations_snoozed_idx ON public.conversations USING btree (workspace_id, snoozed_until) WHERE (state = 'snoozed'::text);
CREATE INDEX conversations_source_idx ON public.conversations USING btree (workspace_id, source_id);
CREATE INDEX conversations_source_text_idx ON public.conversations USING gin (source_text gin_trgm_ops);
CREATE INDEX conversations_source_words_idx ON public.conversations USING gin (workspace_id, source_tokens);
CREATE INDEX conversations_state_idx ON public.conversations USING btree (workspace_id, state, updated_at DESC, id DESC);
CREATE INDEX conversations_team_idx ON public.conversations USING btree (workspace_id, team_assignee_id, updated_at DESC, id DESC);
CREATE INDEX conversations_tickets_idx ON public.conversations USING btree (workspace_id, updated_at DESC, id DESC) WHERE is_ticket;
CREATE INDEX conversations_updated_idx ON public.conversations USING btree (workspace_id, updated_at DESC, id DESC);
CREATE INDEX conversations_waiting_idx ON public.conversations USING btree (workspace_id, waiting_since) WHERE (waiting_since IS NOT NULL);
CREATE INDEX conversations_waiting_in_team_idx ON public.conversations USING btree (workspace_id, team_assignee_id, array_position(ARRAY['urgent'::text, 'high'::text, 'medium'::text, 'low'::text, 'none'::text], priority), COALESCE(waiting_since, team_assigned_at, created_at), id) WHERE ((state = 'open'::text) AND (admin_assignee_id IS NULL) AND (team_assignee_id IS NOT NULL) AND (archived_at IS NULL));

create table crawl_pages (
  "workspace_id" text not null,
  "source_id" bigint not null,
  "key" text not null,
  "url" text not null,
  "depth" bigint not null,
  "state" text not null default 'waiting'::text,
  "reason" text,
  "attempts" bigint not null default 0,
  PRIMARY KEY (workspace_id, source_id, key),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, source_id) REFERENCES website_crawls(workspace_id, source_id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'fetched'::text, 'failed'::text, 'skipped'::text, 'gone'::text])))
);
CREATE INDEX crawl_pages_waiting_idx ON public.crawl_pages USING btree (workspace_id, source_id, attempts, depth, key) WHERE (state = 'waiting'::text);

create table crawl_sitemaps (
  "workspace_id" text not null,
  "source_id" bigint not null,
  "key" text not null,
  "url" text not null,
  "state" text not null default 'waiting'::text,
  "reason" text,
  "attempts" bigint not null default 0,
  PRIMARY KEY (workspace_id, source_id, key),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, source_id) REFERENCES website_crawls(workspace_id, source_id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'failed'::text])))
);

create table csv_import_changes (
  "workspace_id" text not null,
  "import_id" bigint not null,
  "object_type" text not null,
  "object_id" text not null,
  "before" jsonb,
  "after" jsonb not null,
  "companies" text[] not null default '{}'::text[],
  "tagged" boolean not null default false,
  "kept_because" text,
  "kept_details" text,
  PRIMARY KEY (workspace_id, import_id, object_type, object_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, import_id) REFERENCES csv_imports(workspace_id, id) ON DELETE CASCADE,
  CHECK ((kept_because = ANY (ARRAY['changed'::text, 'in_use'::text, 'refused'::text]))),
  CHECK ((object_type = ANY (ARRAY['contact'::text, 'company'::text])))
);
CREATE INDEX csv_import_changes_open_idx ON public.csv_import_changes USING btree (workspace_id, import_id, object_type DESC, object_id) WHERE (kept_because IS NULL);

create table csv_import_rejects (
  "workspace_id" text not null,
  "import_id" bigint not null,
  "row_number" bigint not null,
  "reason" text not null,
  "cells" jsonb not null,
  PRIMARY KEY (workspace_id, import_id, row_number),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, import_id) REFERENCES csv_imports(workspace_id, id) ON DELETE CASCADE
);

create table csv_import_trials (
  "workspace_id" text not null,
  "import_id" bigint not null,
  "object_id" text not null,
  "is_new" boolean not null,
  "external_id" text,
  "email" text,
  "place" bigint not null,
  PRIMARY KEY (workspace_id, import_id, object_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, import_id) REFERENCES csv_imports(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX csv_import_trials_email_idx ON public.csv_import_trials USING btree (workspace_id, import_id, email);
CREATE INDEX csv_import_trials_external_id_idx ON public.csv_import_trials USING btree (workspace_id, import_id, external_id);

create table csv_imports (
  "workspace_id" text not null,
  "id" bigint not null default nextval('csv_import_id_seq'::regclass),
  "model" text not null,
  "name" text not null,
  "file_key" text not null,
  "size" bigint not null,
  "encoding" text not null,
  "delimiter" text not null,
  "columns" jsonb not null,
  "mapping" jsonb not null default '[]'::jsonb,
  "role" text not null default 'user'::text,
  "tag" text,
  "status" text not null default 'uploaded'::text,
  "row_count" bigint not null,
  "position" bigint not null default 0,
  "created" bigint not null default 0,
  "updated" bigint not null default 0,
  "rejected" bigint not null default 0,
  "fault" text,
  "admin_id" bigint not null,
  "origin" text not null default ''::text,
  "leased_until" bigint not null default 0,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "tag_id" bigint,
  "made_attributes" text[] not null default '{}'::text[],
  "finished_at" bigint,
  "changes" bigint not null default 0,
  "undone" bigint not null default 0,
  "kept" bigint not null default 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((model = ANY (ARRAY['contact'::text, 'company'::text]))),
  CHECK ((role = ANY (ARRAY['user'::text, 'lead'::text]))),
  CHECK ((status = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX csv_imports_due_idx ON public.csv_imports USING btree (leased_until) WHERE (status = ANY (ARRAY['checking'::text, 'running'::text, 'undoing'::text]));

create table custom_object_instances (
  "workspace_id" text not null,
  "id" bigint not null default nextval('custom_object_instance_id_seq'::regclass),
  "custom_object_type_id" bigint not null,
  "external_id" text,
  "external_created_at" bigint,
  "external_updated_at" bigint,
  "custom_attributes" jsonb not null default '{}'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, custom_object_type_id) REFERENCES custom_object_types(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX custom_object_instances_external_key ON public.custom_object_instances USING btree (workspace_id, custom_object_type_id, external_id);
CREATE INDEX custom_object_instances_type_idx ON public.custom_object_instances USING btree (workspace_id, custom_object_type_id, id DESC);

create table custom_object_types (
  "workspace_id" text not null,
  "id" bigint not null default nextval('custom_object_type_id_seq'::regclass),
  "identifier" text not null,
  "name" text not null,
  "attributes" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX custom_object_types_identifier_key ON public.custom_object_types USING btree (workspace_id, identifier);

create table data_attributes (
  "workspace_id" text not null,
  "id" bigint not null default nextval('data_attribute_id_seq'::regclass),
  "model" text not null,
  "name" text not null,
  "label" text,
  "description" text,
  "data_type" text not null,
  "options" jsonb,
  "settings" jsonb not null default '{}'::jsonb,
  "archived" boolean not null default false,
  "api_writable" boolean not null default true,
  "ui_writable" boolean not null default false,
  "messenger_writable" boolean not null default false,
  "admin_id" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((model = ANY (ARRAY['contact'::text, 'company'::text, 'conversation'::text])))
);
CREATE UNIQUE INDEX data_attributes_name_key ON public.data_attributes USING btree (workspace_id, model, name) WHERE (NOT archived);

create table data_connector_executions (
  "workspace_id" text not null,
  "id" bigint not null default nextval('data_connector_execution_id_seq'::regclass),
  "data_connector_id" bigint not null,
  "success" boolean not null,
  "http_status" integer,
  "http_method" text not null,
  "error_type" text,
  "error_message" text,
  "execution_time_ms" integer,
  "attempts" integer not null default 1,
  "source_type" text,
  "source_id" text,
  "conversation_id" bigint,
  "request_url" text,
  "request_body" text,
  "response_body" text,
  "raw_response_body" text,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, data_connector_id) REFERENCES data_connectors(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((http_method = ANY (ARRAY['get'::text, 'post'::text, 'put'::text, 'delete'::text, 'patch'::text])))
);
CREATE INDEX data_connector_executions_time_idx ON public.data_connector_executions USING btree (workspace_id, data_connector_id, created_at DESC, id DESC);

create table data_connector_tokens (
  "workspace_id" text not null,
  "id" bigint not null default nextval('data_connector_token_id_seq'::regclass),
  "name" text not null,
  "header_name" text not null,
  "sealed" text not null,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table data_connector_uses (
  "workspace_id" text not null,
  "data_connector_id" bigint not null,
  "user_type" text not null,
  "user_id" text not null,
  PRIMARY KEY (workspace_id, data_connector_id, user_type, user_id),
  FOREIGN KEY (workspace_id, data_connector_id) REFERENCES data_connectors(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table data_connectors (
  "workspace_id" text not null,
  "id" bigint not null default nextval('data_connector_id_seq'::regclass),
  "name" text not null,
  "description" text,
  "state" text not null default 'draft'::text,
  "http_method" text not null default 'get'::text,
  "url" text,
  "body" text,
  "headers" jsonb not null default '[]'::jsonb,
  "audiences" text[] not null default '{}'::text[],
  "direct_fin_usage" boolean not null default false,
  "data_inputs" jsonb not null default '[]'::jsonb,
  "response_fields" jsonb not null default '[]'::jsonb,
  "object_mappings" jsonb not null default '[]'::jsonb,
  "mock_response" jsonb,
  "token_ids" jsonb not null default '[]'::jsonb,
  "customer_authentication" boolean not null default false,
  "bypass_authentication" boolean not null default false,
  "validate_missing_attributes" boolean not null default true,
  "created_by_admin_id" bigint,
  "updated_by_admin_id" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by_admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, updated_by_admin_id) REFERENCES admins(workspace_id, id),
  CHECK ((http_method = ANY (ARRAY['get'::text, 'post'::text, 'put'::text, 'delete'::text, 'patch'::text]))),
  CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text])))
);
CREATE INDEX data_connectors_updated_idx ON public.data_connectors USING btree (workspace_id, updated_at DESC, id DESC);

create table deleted_conversations (
  "workspace_id" text not null,
  "id" bigint not null,
  "retain_metrics" boolean not null default true,
  "metrics" jsonb,
  "deleted_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX deleted_conversations_idx ON public.deleted_conversations USING btree (workspace_id, deleted_at DESC, id DESC);

create table distribution_due (
  "workspace_id" text not null,
  "id" bigint not null default nextval('distribution_due_id_seq'::regclass),
  "due_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX distribution_due_at_idx ON public.distribution_due USING btree (due_at);

create table ecommerce_connectors (
  "workspace_id" text not null,
  "id" bigint not null default nextval('ecommerce_connector_id_seq'::regclass),
  "name" text not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table ecommerce_import_parts (
  "workspace_id" text not null,
  "ecommerce_import_id" bigint not null,
  "part_number" integer not null,
  "products" bytea not null,
  PRIMARY KEY (workspace_id, ecommerce_import_id, part_number),
  FOREIGN KEY (workspace_id, ecommerce_import_id) REFERENCES ecommerce_imports(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table ecommerce_imports (
  "workspace_id" text not null,
  "id" bigint not null default nextval('ecommerce_import_id_seq'::regclass),
  "ecommerce_connector_id" bigint not null,
  "state" text not null,
  "product_count" integer,
  "failures" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, ecommerce_connector_id) REFERENCES ecommerce_connectors(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['uploading'::text, 'processing'::text, 'completed'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX ecommerce_imports_open_key ON public.ecommerce_imports USING btree (workspace_id, ecommerce_connector_id) WHERE (state = ANY (ARRAY['uploading'::text, 'processing'::text]));

create table ecommerce_products (
  "workspace_id" text not null,
  "ecommerce_connector_id" bigint not null,
  "id" text not null,
  "title" text not null,
  "url" text not null,
  "product" jsonb not null,
  "ecommerce_import_id" bigint not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, ecommerce_connector_id, id),
  FOREIGN KEY (workspace_id, ecommerce_connector_id) REFERENCES ecommerce_connectors(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table email_settings (
  "workspace_id" text not null,
  "id" bigint not null default nextval('email_setting_id_seq'::regclass),
  "email" text not null,
  "verified" boolean not null default false,
  "brand_id" text,
  "forwarding_enabled" boolean not null default false,
  "forwarded_email_last_received_at" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, brand_id) REFERENCES brands(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX email_settings_email_key ON public.email_settings USING btree (workspace_id, email);

create table event_inbox (
  "workspace_id" text not null,
  "id" bigint not null default nextval('event_log_id_seq'::regclass),
  "topic" text not null,
  "object_type" text not null,
  "object_id" text not null,
  "actor" jsonb,
  "payload" jsonb not null default '{}'::jsonb,
  "created_at" bigint not null
);

create table event_log (
  "workspace_id" text not null,
  "id" bigint not null,
  "topic" text not null,
  "object_type" text not null,
  "object_id" text not null,
  "actor" jsonb,
  "payload" jsonb not null default '{}'::jsonb,
  "created_at" bigint not null,
  "sequence" bigint not null,
  PRIMARY KEY (workspace_id, sequence)
);
CREATE INDEX event_log_object_idx ON public.event_log USING btree (workspace_id, object_type, object_id, sequence);

create table event_streams (
  "workspace_id" text not null,
  "last_sequence" bigint not null default 0,
  "trimmed_to" bigint not null default 0,
  "kept_days" integer,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((kept_days >= 7))
);

create table event_summaries (
  "workspace_id" text not null,
  "contact_id" text not null,
  "name" text not null,
  "count" bigint not null default 0,
  "first_at_ms" bigint not null,
  "last_at_ms" bigint not null,
  PRIMARY KEY (workspace_id, contact_id, name),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table event_types (
  "workspace_id" text not null,
  "name" text not null,
  "description" text,
  "archived" boolean not null default false,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, name),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table events (
  "workspace_id" text not null,
  "id" bigint not null default nextval('event_id_seq'::regclass),
  "uuid" uuid not null default gen_random_uuid(),
  "contact_id" text not null,
  "name" text not null,
  "created_at" bigint not null,
  "created_at_ms" bigint not null,
  "metadata" jsonb not null default '{}'::jsonb,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX events_contact_idx ON public.events USING btree (workspace_id, contact_id, created_at_ms DESC, id DESC);
CREATE UNIQUE INDEX events_dedupe_key ON public.events USING btree (workspace_id, contact_id, name, created_at);

create table exports (
  "workspace_id" text not null,
  "id" text not null,
  "kind" text not null,
  "request" jsonb not null,
  "job_id" bigint not null,
  "has_rows" boolean,
  "ready_at" bigint,
  "canceled_at" bigint,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, job_id) REFERENCES jobs(workspace_id, id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['content'::text, 'reporting'::text])))
);
CREATE INDEX exports_job_idx ON public.exports USING btree (workspace_id, job_id);
CREATE INDEX exports_unready_idx ON public.exports USING btree (workspace_id, kind) WHERE ((ready_at IS NULL) AND (canceled_at IS NULL));

create table external_pages (
  "workspace_id" text not null,
  "id" bigint not null default nextval('external_page_id_seq'::regclass),
  "source_id" bigint not null,
  "external_id" text not null,
  "locale" text not null default 'en'::text,
  "title" text not null,
  "html" text not null,
  "url" text not null,
  "ai_chatbot_availability" boolean not null default false,
  "ai_copilot_availability" boolean not null default false,
  "ai_sales_agent_availability" boolean not null default false,
  "created_by" bigint,
  "updated_by" bigint,
  "last_ingested_at" bigint not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, source_id, external_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, source_id) REFERENCES content_import_sources(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX external_pages_updated_idx ON public.external_pages USING btree (workspace_id, updated_at DESC, id DESC);

create table file_removals (
  "workspace_id" text not null,
  "key" text not null,
  PRIMARY KEY (workspace_id, key),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table fin_callbacks (
  "workspace_id" text not null,
  "app_id" bigint not null,
  "url" text not null,
  "secret" text not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, app_id),
  FOREIGN KEY (workspace_id, app_id) REFERENCES apps(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table fin_events (
  "workspace_id" text not null,
  "session_id" bigint not null,
  "id" bigint not null default nextval('fin_event_id_seq'::regclass),
  "body" text not null,
  "created_at_ms" bigint not null,
  "delivery" text not null,
  "attempts" integer not null default 0,
  "due_at" bigint not null default 0,
  PRIMARY KEY (workspace_id, session_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, session_id) REFERENCES fin_sessions(workspace_id, id) ON DELETE CASCADE,
  CHECK ((delivery = ANY (ARRAY['none'::text, 'pending'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX fin_events_pending_idx ON public.fin_events USING btree (workspace_id, session_id, id) WHERE (delivery = 'pending'::text);

create table fin_messages (
  "workspace_id" text not null,
  "session_id" bigint not null,
  "digest" text not null,
  "received_at" bigint not null,
  PRIMARY KEY (workspace_id, session_id, digest),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, session_id) REFERENCES fin_sessions(workspace_id, id) ON DELETE CASCADE
);

create table fin_sessions (
  "workspace_id" text not null,
  "id" bigint not null default nextval('fin_session_id_seq'::regclass),
  "app_id" bigint not null,
  "external_id" text not null,
  "external_user_id" text not null,
  "contact_id" text not null,
  "conversation_id" bigint not null,
  "kind" text not null,
  "status" text not null default 'thinking'::text,
  "follow_up" boolean not null default true,
  "email_style" boolean not null default false,
  "survey" text not null default 'none'::text,
  "survey_requested_at" bigint,
  "rating" text,
  "remark" text,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, external_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['conversation'::text, 'question'::text, 'procedure'::text]))),
  CHECK ((rating = ANY (ARRAY['terrible'::text, 'bad'::text, 'ok'::text, 'good'::text, 'amazing'::text]))),
  CHECK ((status = ANY (ARRAY['thinking'::text, 'replying'::text, 'awaiting_user_reply'::text, 'resolved'::text, 'escalated'::text, 'complete'::text]))),
  CHECK ((survey = ANY (ARRAY['none'::text, 'open'::text, 'requested'::text])))
);
CREATE INDEX fin_sessions_contact_idx ON public.fin_sessions USING btree (workspace_id, contact_id);
CREATE INDEX fin_sessions_conversation_idx ON public.fin_sessions USING btree (workspace_id, conversation_id);

create table fin_settings (
  "workspace_id" text not null,
  "stream_secret" text not null default replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text),
  "asks_for_rating" boolean not null default true,
  "people_answer_procedures" boolean not null default true,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table fin_voice_calls (
  "workspace_id" text not null,
  "id" bigint not null default nextval('fin_voice_call_id_seq'::regclass),
  "app_id" bigint not null,
  "user_phone_number" text not null,
  "external_call_id" text not null,
  "source" text not null default 'aws_connect'::text,
  "status" text not null default 'registered'::text,
  "call_id" bigint,
  "data" jsonb,
  "call_summary" text,
  "intent" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, call_id) REFERENCES calls(workspace_id, id) ON DELETE SET NULL (call_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((source = ANY (ARRAY['five9'::text, 'zoom_phone'::text, 'aws_connect'::text])))
);
CREATE INDEX fin_voice_calls_call_idx ON public.fin_voice_calls USING btree (workspace_id, call_id) WHERE (call_id IS NOT NULL);
CREATE UNIQUE INDEX fin_voice_calls_external_key ON public.fin_voice_calls USING btree (workspace_id, external_call_id);
CREATE INDEX fin_voice_calls_phone_idx ON public.fin_voice_calls USING btree (workspace_id, user_phone_number, created_at DESC, id DESC);

create table folders (
  "workspace_id" text not null,
  "id" bigint not null default nextval('folder_id_seq'::regclass),
  "parent_folder_id" bigint,
  "name" text not null,
  "description" text,
  "emoji" text,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, parent_folder_id) REFERENCES folders(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX folders_parent_idx ON public.folders USING btree (workspace_id, parent_folder_id);

create table help_center_redirects (
  "workspace_id" text not null,
  "id" bigint not null default nextval('help_center_redirect_id_seq'::regclass),
  "help_center_id" bigint not null,
  "path" text not null,
  "locale" text not null,
  "article_id" bigint,
  "collection_id" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, help_center_id, path),
  FOREIGN KEY (workspace_id, article_id) REFERENCES articles(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, collection_id) REFERENCES collections(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, help_center_id) REFERENCES help_centers(workspace_id, id) ON DELETE CASCADE,
  CHECK ((num_nonnulls(article_id, collection_id) = 1))
);
CREATE INDEX help_center_redirects_article_idx ON public.help_center_redirects USING btree (workspace_id, article_id);
CREATE INDEX help_center_redirects_collection_idx ON public.help_center_redirects USING btree (workspace_id, collection_id);

create table help_centers (
  "workspace_id" text not null,
  "id" bigint not null default nextval('help_center_id_seq'::regclass),
  "identifier" text not null,
  "display_name" text not null,
  "website_turned_on" boolean not null default true,
  "custom_domain" text,
  "is_default" boolean not null default false,
  "default_locale" text not null default 'en'::text,
  "locales" text[] not null default '{en}'::text[],
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "accent_color" text not null default '#0b6b57'::text,
  "headline" jsonb not null default '{}'::jsonb,
  "logo_url" text,
  "links" jsonb not null default '[]'::jsonb,
  "contact_form" boolean not null default true,
  "contact_ticket_type_id" bigint,
  "shows_news" boolean not null default false,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((accent_color ~ '^#[0-9a-f]{6}$'::text))
);
CREATE UNIQUE INDEX help_centers_default_key ON public.help_centers USING btree (workspace_id) WHERE is_default;
CREATE UNIQUE INDEX help_centers_domain_idx ON public.help_centers USING btree (custom_domain) WHERE (custom_domain IS NOT NULL);
CREATE INDEX help_centers_identifier_idx ON public.help_centers USING btree (identifier);

create table help_searches (
  "workspace_id" text not null,
  "day" text not null,
  "locale" text not null,
  "phrase" text not null,
  "searches" integer not null default 0,
  "unanswered" integer not null default 0,
  "last_at" bigint not null,
  PRIMARY KEY (workspace_id, day, locale, phrase),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table idempotency_keys (
  "workspace_id" text not null,
  "app_id" bigint not null,
  "key" text not null,
  "request_hash" bytea not null,
  "body" text,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, app_id, key),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX idempotency_keys_created_idx ON public.idempotency_keys USING btree (workspace_id, created_at);

create table identity_secrets (
  "workspace_id" text not null,
  "id" bigint not null default nextval('identity_secret_id_seq'::regclass),
  "name" text not null,
  "sealed" text not null,
  "supports_android" boolean not null default false,
  "supports_ios" boolean not null default false,
  "supports_web" boolean not null default false,
  "deleted_at" bigint,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table inbox_views (
  "workspace_id" text not null,
  "id" bigint not null default nextval('inbox_view_id_seq'::regclass),
  "admin_id" bigint not null,
  "is_shared" boolean not null,
  "name" text not null,
  "rules" jsonb not null,
  "sort" text not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX inbox_views_admin_idx ON public.inbox_views USING btree (workspace_id, admin_id);

create table incoming_mails (
  "workspace_id" text not null,
  "id" bigint not null default nextval('incoming_mail_id_seq'::regclass),
  "mailbox_id" bigint not null,
  "uid_validity" text,
  "uid" bigint,
  "raw_key" text,
  "size" bigint not null,
  "status" text not null default 'received'::text,
  "reason" text,
  "sender" text,
  "subject" text,
  "conversation_id" bigint,
  "part_id" bigint,
  "attempts" integer not null default 0,
  "next_attempt_at" bigint not null default 0,
  "received_at" bigint not null,
  "settled_at" bigint,
  "fingerprint" text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['received'::text, 'accepted'::text, 'rejected'::text, 'duplicate'::text, 'held'::text, 'failed'::text])))
);
CREATE INDEX incoming_mails_due_idx ON public.incoming_mails USING btree (next_attempt_at, id) WHERE (status = 'received'::text);
CREATE INDEX incoming_mails_fingerprint_idx ON public.incoming_mails USING btree (workspace_id, fingerprint) WHERE (fingerprint IS NOT NULL);
CREATE INDEX incoming_mails_list_idx ON public.incoming_mails USING btree (workspace_id, mailbox_id, id);
CREATE INDEX incoming_mails_sender_idx ON public.incoming_mails USING btree (workspace_id, sender, received_at);
CREATE UNIQUE INDEX incoming_mails_uid_idx ON public.incoming_mails USING btree (workspace_id, mailbox_id, uid_validity, uid) WHERE (uid IS NOT NULL);

create table internal_article_versions (
  "workspace_id" text not null,
  "id" bigint not null default nextval('internal_article_version_id_seq'::regclass),
  "internal_article_id" bigint not null,
  "title" text not null,
  "body" text not null,
  "body_markdown" text not null,
  "created_by" bigint,
  "created_via" text not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, internal_article_id) REFERENCES internal_articles(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX internal_article_versions_article_idx ON public.internal_article_versions USING btree (workspace_id, internal_article_id, id DESC);

create table internal_articles (
  "workspace_id" text not null,
  "id" bigint not null default nextval('internal_article_id_seq'::regclass),
  "folder_id" bigint,
  "locale" text not null default 'en'::text,
  "title" text not null,
  "body" text not null,
  "body_markdown" text not null,
  "author_id" bigint not null,
  "owner_id" bigint not null,
  "ai_chatbot_availability" boolean not null default false,
  "ai_copilot_availability" boolean not null default false,
  "ai_sales_agent_availability" boolean not null default false,
  "created_by" bigint,
  "updated_by" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "version_id" bigint,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, author_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, folder_id) REFERENCES folders(workspace_id, id),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES admins(workspace_id, id)
);
CREATE INDEX internal_articles_folder_idx ON public.internal_articles USING btree (workspace_id, folder_id) WHERE (folder_id IS NOT NULL);
CREATE INDEX internal_articles_updated_idx ON public.internal_articles USING btree (workspace_id, updated_at DESC, id DESC);

create table invitations (
  "workspace_id" text not null,
  "id" bigint not null default nextval('invitation_id_seq'::regclass),
  "email" text not null,
  "role" text not null,
  "has_inbox_seat" boolean not null default true,
  "invited_by" bigint not null,
  "created_at" bigint not null,
  "expires_at" bigint not null,
  "accepted_at" bigint,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, invited_by) REFERENCES admins(workspace_id, id),
  CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'agent'::text, 'light'::text])))
);
CREATE UNIQUE INDEX invitations_email_key ON public.invitations USING btree (workspace_id, email) WHERE (accepted_at IS NULL);

create table ip_allowlists (
  "workspace_id" text not null,
  "enabled" boolean not null default false,
  "entries" text[] not null default '{}'::text[],
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table jobs (
  "workspace_id" text not null,
  "id" bigint not null default nextval('job_id_seq'::regclass),
  "kind" text not null,
  "status" text not null default 'pending'::text,
  "resource_type" text,
  "resource_id" text,
  "input" jsonb,
  "result" jsonb,
  "attempts" integer not null default 0,
  "run_at" bigint not null default 0,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX jobs_pending_idx ON public.jobs USING btree (workspace_id, run_at, id) WHERE (status = 'pending'::text);

create table macros (
  "workspace_id" text not null,
  "id" bigint not null default nextval('macro_id_seq'::regclass),
  "name" text not null,
  "body" text,
  "visible_to_team_ids" jsonb,
  "available_on" text[] not null default '{inbox,messenger}'::text[],
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX macros_updated_idx ON public.macros USING btree (workspace_id, updated_at DESC, id DESC);

create table mail_deliveries (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "outgoing_id" bigint not null,
  "address" text not null,
  "contact_id" text,
  "status" text not null default 'pending'::text,
  "error" text,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, outgoing_id, address),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['pending'::text, 'kept'::text, 'sent'::text, 'failed'::text, 'bounced'::text])))
);
CREATE INDEX mail_deliveries_conversation_idx ON public.mail_deliveries USING btree (workspace_id, conversation_id);

create table mail_due (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "first_part_id" bigint not null,
  "planned_at" bigint not null,
  "due_at" bigint not null,
  PRIMARY KEY (workspace_id, conversation_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX mail_due_at_idx ON public.mail_due USING btree (due_at);

create table mail_keys (
  "workspace_id" text not null,
  "sealed_key" text not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table mail_messages (
  "workspace_id" text not null,
  "id" bigint not null default nextval('mail_message_id_seq'::regclass),
  "message_id" text not null,
  "direction" text not null,
  "conversation_id" bigint not null,
  "fingerprint" text,
  "part_id" bigint,
  "automatic" boolean not null default false,
  "headers" jsonb not null default '{}'::jsonb,
  "quoted" text,
  "raw_key" text,
  "outgoing_id" bigint,
  "created_at" bigint not null,
  "side_conversation_id" bigint,
  "pictures" jsonb not null default '[]'::jsonb,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, side_conversation_id) REFERENCES side_conversations(workspace_id, id) ON DELETE CASCADE,
  CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);
CREATE INDEX mail_messages_conversation_idx ON public.mail_messages USING btree (workspace_id, conversation_id, id);
CREATE UNIQUE INDEX mail_messages_fingerprint_idx ON public.mail_messages USING btree (workspace_id, fingerprint) WHERE (fingerprint IS NOT NULL);
CREATE INDEX mail_messages_message_idx ON public.mail_messages USING btree (workspace_id, message_id);
CREATE INDEX mail_messages_side_idx ON public.mail_messages USING btree (workspace_id, side_conversation_id, id) WHERE (side_conversation_id IS NOT NULL);
CREATE INDEX mail_messages_side_outgoing_idx ON public.mail_messages USING btree (workspace_id, outgoing_id) WHERE (side_conversation_id IS NOT NULL);

create table mail_parts (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "part_id" bigint not null,
  "outgoing_id" bigint not null,
  PRIMARY KEY (workspace_id, conversation_id, part_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX mail_parts_outgoing_idx ON public.mail_parts USING btree (workspace_id, outgoing_id);

create table mailboxes (
  "workspace_id" text not null,
  "id" bigint not null default nextval('mailbox_id_seq'::regclass),
  "email_setting_id" bigint not null,
  "team_id" bigint,
  "signature" text not null default ''::text,
  "plus_addressing" boolean not null default false,
  "intake" text not null,
  "imap" jsonb,
  "sealed_password" text,
  "secret_hash" bytea,
  "authserv_id" text,
  "check_key" text,
  "uid_validity" text,
  "last_uid" bigint not null default 0,
  "started_at" bigint not null,
  "stuck_uid" bigint,
  "stuck_times" integer not null default 0,
  "next_look_at" bigint not null default 0,
  "looked_at" bigint,
  "fault" text,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, email_setting_id) REFERENCES email_settings(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((intake = ANY (ARRAY['imap'::text, 'http'::text])))
);
CREATE INDEX mailboxes_look_idx ON public.mailboxes USING btree (next_look_at) WHERE (intake = 'imap'::text);
CREATE UNIQUE INDEX mailboxes_setting_idx ON public.mailboxes USING btree (workspace_id, email_setting_id);

create table mentions (
  "workspace_id" text not null,
  "admin_id" bigint not null,
  "conversation_id" bigint not null,
  "part_id" bigint not null,
  "created_at" bigint not null,
  "seen_at" bigint,
  PRIMARY KEY (workspace_id, admin_id, conversation_id, part_id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX mentions_conversation_idx ON public.mentions USING btree (workspace_id, conversation_id, admin_id);
CREATE INDEX mentions_unseen_idx ON public.mentions USING btree (workspace_id, admin_id) WHERE (seen_at IS NULL);

create table message_recipients (
  "workspace_id" text not null,
  "message_id" bigint not null,
  "contact_id" text not null,
  "conversation_id" bigint,
  "status" text not null default 'sent'::text,
  "created_at" bigint not null,
  "error" text,
  "updated_at" bigint,
  "awaits_reply" boolean not null default false,
  PRIMARY KEY (workspace_id, message_id, contact_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE SET NULL (conversation_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['pending'::text, 'kept'::text, 'sent'::text, 'delivered'::text, 'read'::text, 'failed'::text])))
);
CREATE INDEX message_recipients_awaiting_idx ON public.message_recipients USING btree (workspace_id, contact_id, created_at DESC, message_id DESC) WHERE awaits_reply;
CREATE INDEX message_recipients_contact_idx ON public.message_recipients USING btree (workspace_id, contact_id, message_id DESC);
CREATE INDEX message_recipients_conversation_idx ON public.message_recipients USING btree (workspace_id, conversation_id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX message_recipients_created_idx ON public.message_recipients USING btree (workspace_id, created_at, message_id, contact_id);

create table messages (
  "workspace_id" text not null,
  "id" bigint not null default nextval('message_id_seq'::regclass),
  "message_type" text not null,
  "admin_id" bigint,
  "subject" text not null default ''::text,
  "body" text not null,
  "template" text,
  "components" jsonb,
  "locale" text,
  "cc" jsonb not null default '[]'::jsonb,
  "bcc" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "mail_key" text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX messages_mail_idx ON public.messages USING btree (workspace_id, mail_key) WHERE (mail_key IS NOT NULL);

create table messenger_sessions (
  "hash" bytea not null,
  "workspace_id" text not null,
  "id" bigint not null default nextval('messenger_session_id_seq'::regclass),
  "contact_id" text not null,
  "verified" boolean not null default false,
  "platform" text not null,
  "created_at" bigint not null,
  "last_seen_at" bigint not null,
  "expires_at" bigint not null,
  "ended_at" bigint,
  PRIMARY KEY (hash),
  UNIQUE (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((platform = ANY (ARRAY['web'::text, 'ios'::text, 'android'::text, 'help'::text])))
);
CREATE INDEX messenger_sessions_contact_idx ON public.messenger_sessions USING btree (workspace_id, contact_id);
CREATE INDEX messenger_sessions_expires_idx ON public.messenger_sessions USING btree (expires_at);

create table news_items (
  "workspace_id" text not null,
  "id" bigint not null default nextval('news_item_id_seq'::regclass),
  "title" text not null,
  "body" text not null,
  "sender_id" bigint not null,
  "state" text not null,
  "labels" text[] not null default '{}'::text[],
  "cover_image_url" text,
  "reactions" jsonb not null default '[]'::jsonb,
  "deliver_silently" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "audience_id" bigint,
  "scheduled_at" bigint,
  "aim" jsonb,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, audience_id) REFERENCES audiences(workspace_id, id) ON DELETE SET NULL (audience_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, sender_id) REFERENCES admins(workspace_id, id),
  CHECK (((aim IS NULL) OR (audience_id IS NULL))),
  CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text])))
);
CREATE INDEX news_items_audience_idx ON public.news_items USING btree (workspace_id, audience_id) WHERE (audience_id IS NOT NULL);
CREATE INDEX news_items_scheduled_idx ON public.news_items USING btree (scheduled_at) WHERE (scheduled_at IS NOT NULL);
CREATE INDEX news_items_updated_idx ON public.news_items USING btree (workspace_id, updated_at DESC, id DESC);

create table news_views (
  "workspace_id" text not null,
  "news_item_id" bigint not null,
  "contact_id" text not null,
  "seen_at" bigint not null,
  "reaction" text,
  "reacted_at" bigint,
  PRIMARY KEY (workspace_id, news_item_id, contact_id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_items(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX news_views_contact_idx ON public.news_views USING btree (workspace_id, contact_id);

create table newsfeed_assignments (
  "workspace_id" text not null,
  "newsfeed_id" bigint not null,
  "news_item_id" bigint not null,
  "published_at" bigint not null,
  PRIMARY KEY (workspace_id, newsfeed_id, news_item_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_items(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, newsfeed_id) REFERENCES newsfeeds(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX newsfeed_assignments_feed_idx ON public.newsfeed_assignments USING btree (workspace_id, newsfeed_id, published_at DESC, news_item_id DESC);
CREATE INDEX newsfeed_assignments_item_idx ON public.newsfeed_assignments USING btree (workspace_id, news_item_id);

create table newsfeeds (
  "workspace_id" text not null,
  "id" bigint not null default nextval('newsfeed_id_seq'::regclass),
  "name" text not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table notes (
  "workspace_id" text not null,
  "id" bigint not null default nextval('note_id_seq'::regclass),
  "contact_id" text,
  "company_id" text,
  "admin_id" bigint,
  "body" text not null,
  "created_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id, company_id) REFERENCES companies(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((num_nonnulls(contact_id, company_id) = 1))
);
CREATE INDEX notes_company_idx ON public.notes USING btree (workspace_id, company_id, created_at DESC, id DESC) WHERE (company_id IS NOT NULL);
CREATE INDEX notes_contact_idx ON public.notes USING btree (workspace_id, contact_id, created_at DESC, id DESC) WHERE (contact_id IS NOT NULL);

create table oauth_codes (
  "hash" bytea not null,
  "registration_id" bigint not null,
  "workspace_id" text not null,
  "admin_id" bigint not null,
  "expires_at" bigint not null,
  "used_at" bigint,
  "token_id" bigint,
  PRIMARY KEY (hash),
  FOREIGN KEY (registration_id) REFERENCES app_registrations(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX oauth_codes_expires_idx ON public.oauth_codes USING btree (expires_at);

create table office_hours_exceptions (
  "workspace_id" text not null,
  "id" bigint not null default nextval('office_hours_exception_id_seq'::regclass),
  "office_hours_schedule_id" bigint not null,
  "exception_date" text not null,
  "exception_type" text not null,
  "name" text,
  "time_intervals" jsonb,
  "recurring_annually" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, office_hours_schedule_id) REFERENCES office_hours_schedules(workspace_id, id) ON DELETE CASCADE,
  CHECK ((exception_type = ANY (ARRAY['closed'::text, 'custom_hours'::text])))
);
CREATE UNIQUE INDEX office_hours_exceptions_date_key ON public.office_hours_exceptions USING btree (workspace_id, office_hours_schedule_id, exception_date);

create table office_hours_schedules (
  "workspace_id" text not null,
  "id" bigint not null default nextval('office_hours_schedule_id_seq'::regclass),
  "name" text not null,
  "time_zone_name" text not null,
  "time_intervals" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table one_time_tokens (
  "hash" bytea not null,
  "kind" text not null,
  "account_id" bigint,
  "workspace_id" text,
  "data" jsonb not null default '{}'::jsonb,
  "attempts" integer not null default 0,
  "created_at" bigint not null,
  "expires_at" bigint not null,
  "used_at" bigint,
  PRIMARY KEY (hash),
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['setup'::text, 'invitation'::text, 'password_reset'::text, 'two_factor'::text, 'sso'::text, 'help_sign_in'::text])))
);
CREATE INDEX one_time_tokens_account_idx ON public.one_time_tokens USING btree (account_id, kind);
CREATE INDEX one_time_tokens_expires_idx ON public.one_time_tokens USING btree (expires_at);
CREATE INDEX one_time_tokens_workspace_idx ON public.one_time_tokens USING btree (workspace_id, kind);

create table outgoing_messages (
  "workspace_id" text not null,
  "id" bigint not null default nextval('outgoing_message_id_seq'::regclass),
  "channel" text not null,
  "kind" text not null,
  "message_id" bigint,
  "sender" jsonb not null default '{}'::jsonb,
  "recipients" jsonb not null,
  "remaining" jsonb,
  "subject" text not null default ''::text,
  "html" text,
  "plain" text,
  "headers" jsonb not null default '{}'::jsonb,
  "template" jsonb,
  "key" text not null,
  "confidential" boolean not null default false,
  "status" text not null default 'pending'::text,
  "attempts" integer not null default 0,
  "next_attempt_at" bigint not null default 0,
  "error" text,
  "carrier_id" text,
  "created_at" bigint not null,
  "settled_at" bigint,
  "enclosed" jsonb,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id) ON DELETE CASCADE,
  CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'whatsapp'::text]))),
  CHECK ((status = ANY (ARRAY['pending'::text, 'sent'::text, 'kept'::text, 'failed'::text])))
);
CREATE INDEX outgoing_messages_carrier_idx ON public.outgoing_messages USING btree (workspace_id, channel, carrier_id) WHERE (carrier_id IS NOT NULL);
CREATE INDEX outgoing_messages_due_idx ON public.outgoing_messages USING btree (next_attempt_at, id) WHERE (status = 'pending'::text);
CREATE INDEX outgoing_messages_message_idx ON public.outgoing_messages USING btree (workspace_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX outgoing_messages_settled_idx ON public.outgoing_messages USING btree (settled_at) WHERE (status <> 'pending'::text);

create table part_translations (
  "workspace_id" text not null,
  "conversation_id" bigint not null,
  "part_id" bigint not null,
  "locale" text not null,
  "source_locale" text not null,
  "body" text,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, conversation_id, part_id, locale),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table phone_call_redirects (
  "workspace_id" text not null,
  "id" uuid not null default gen_random_uuid(),
  "phone" text not null,
  "contact_id" text,
  "sms_status" text not null default 'pending'::text,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE SET NULL (contact_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((sms_status = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX phone_call_redirects_contact_idx ON public.phone_call_redirects USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL);

create table plans (
  "workspace_id" text not null,
  "id" bigint not null default nextval('plan_id_seq'::regclass),
  "name" text not null,
  "created_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table procedure_questions (
  "workspace_id" text not null,
  "run_id" bigint not null,
  "step_id" text not null,
  "conversation_id" bigint not null,
  "expires_at" bigint not null,
  "answered_at" bigint,
  "answered_by" bigint,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, run_id, step_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, run_id) REFERENCES procedure_runs(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX procedure_questions_conversation_idx ON public.procedure_questions USING btree (workspace_id, conversation_id, step_id);

create table procedure_runs (
  "workspace_id" text not null,
  "id" bigint not null default nextval('procedure_run_id_seq'::regclass),
  "procedure_id" bigint not null,
  "conversation_id" bigint not null,
  "state" text not null default 'running'::text,
  "position" integer not null default 0,
  "steps" jsonb not null,
  "collected" jsonb not null default '{}'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, procedure_id) REFERENCES procedures(workspace_id, id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['running'::text, 'awaiting_user'::text, 'awaiting_teammate'::text, 'finished'::text])))
);
CREATE INDEX procedure_runs_conversation_idx ON public.procedure_runs USING btree (workspace_id, conversation_id, id DESC);
CREATE INDEX procedure_runs_procedure_idx ON public.procedure_runs USING btree (workspace_id, procedure_id);

create table procedures (
  "workspace_id" text not null,
  "id" bigint not null default nextval('procedure_id_seq'::regclass),
  "name" text not null,
  "description" text not null default ''::text,
  "live" boolean not null default false,
  "api_trigger" boolean not null default true,
  "audience_ids" bigint[] not null default '{}'::bigint[],
  "steps" jsonb not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table recovery_codes (
  "account_id" bigint not null,
  "hash" bytea not null,
  "used_at" bigint,
  PRIMARY KEY (account_id, hash),
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);

create table roles (
  "workspace_id" text not null,
  "id" bigint not null default nextval('role_id_seq'::regclass),
  "name" text not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "kind" text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['owner'::text, 'admin'::text, 'agent'::text, 'light'::text])))
);
CREATE UNIQUE INDEX roles_kind_key ON public.roles USING btree (workspace_id, kind);

create table sandbox_faults (
  "workspace_id" text not null,
  "id" bigint not null default nextval('sandbox_fault_id_seq'::regclass),
  "kind" text not null,
  "method" text,
  "route" text,
  "probability" double precision not null default 1,
  "count" bigint,
  "until" bigint,
  "seed" bigint not null default 1,
  "settings" jsonb not null default '{}'::jsonb,
  "seen" bigint not null default 0,
  "struck" bigint not null default 0,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['rate_limit'::text, 'latency'::text, 'error'::text, 'search_lag'::text, 'webhook_duplicate'::text, 'webhook_reorder'::text])))
);

create table sandbox_seed_rows (
  "workspace_id" text not null,
  "table_name" text not null,
  "position" bigint not null,
  "row" jsonb not null,
  PRIMARY KEY (workspace_id, table_name, "position"),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table schema_migrations (
  "name" text not null,
  "checksum" text not null,
  "applied_at" timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table scrolls (
  "workspace_id" text not null,
  "scroll_param" uuid not null default gen_random_uuid(),
  "object_type" text not null,
  "position" jsonb,
  "expires_at" bigint not null,
  PRIMARY KEY (workspace_id, scroll_param),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX scrolls_expiry_idx ON public.scrolls USING btree (workspace_id, object_type, expires_at);

create table segments (
  "workspace_id" text not null,
  "id" text not null,
  "name" text not null,
  "person_type" text not null,
  "rules" jsonb not null,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((person_type = ANY (ARRAY['contact'::text, 'user'::text, 'company'::text])))
);

create table sessions (
  "hash" bytea not null,
  "id" bigint not null default nextval('session_id_seq'::regclass),
  "account_id" bigint not null,
  "workspace_id" text not null,
  "admin_id" bigint not null,
  "method" text not null,
  "second_factor" boolean not null default false,
  "ip" text,
  "user_agent" text,
  "created_at" bigint not null,
  "last_seen_at" bigint not null,
  "expires_at" bigint not null,
  "ended_at" bigint,
  PRIMARY KEY (hash),
  UNIQUE (id),
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((method = ANY (ARRAY['password'::text, 'sso'::text, 'invitation'::text, 'setup'::text])))
);
CREATE INDEX sessions_account_idx ON public.sessions USING btree (account_id) WHERE (ended_at IS NULL);
CREATE INDEX sessions_account_ip_idx ON public.sessions USING btree (account_id, ip, created_at);
CREATE INDEX sessions_admin_idx ON public.sessions USING btree (workspace_id, admin_id) WHERE (ended_at IS NULL);
CREATE INDEX sessions_expires_idx ON public.sessions USING btree (expires_at);

create table side_conversation_participants (
  "workspace_id" text not null,
  "side_conversation_id" bigint not null,
  "email" text not null,
  "name" text,
  "admin_id" bigint,
  "fault" text,
  PRIMARY KEY (workspace_id, side_conversation_id, email),
  FOREIGN KEY (workspace_id, side_conversation_id) REFERENCES side_conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table side_conversation_parts (
  "workspace_id" text not null,
  "side_conversation_id" bigint not null,
  "id" bigint not null default nextval('conversation_part_id_seq'::regclass),
  "body" text not null,
  "author_type" text not null,
  "author_id" text,
  "author_name" text,
  "author_email" text,
  "created_at" bigint not null,
  "attachments" jsonb not null default '[]'::jsonb,
  PRIMARY KEY (workspace_id, side_conversation_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, side_conversation_id) REFERENCES side_conversations(workspace_id, id) ON DELETE CASCADE
);

create table side_conversations (
  "workspace_id" text not null,
  "id" bigint not null default nextval('side_conversation_id_seq'::regclass),
  "conversation_id" bigint not null,
  "subject" text not null default ''::text,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX side_conversations_conversation_idx ON public.side_conversations USING btree (workspace_id, conversation_id, id DESC);

create table sign_in_attempts (
  "key" text not null,
  "failures" integer not null,
  "last_at" bigint not null,
  PRIMARY KEY (key)
);
CREATE INDEX sign_in_attempts_last_idx ON public.sign_in_attempts USING btree (last_at);

create table sign_in_settings (
  "workspace_id" text not null,
  "two_factor_required" boolean not null default false,
  "password_allowed" boolean not null default true,
  "sso_enabled" boolean not null default false,
  "sso_issuer" text,
  "sso_client_id" text,
  "sso_client_secret" text,
  "sso_domains" text[] not null default '{}'::text[],
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table subscription_types (
  "workspace_id" text not null,
  "id" bigint not null default nextval('subscription_type_id_seq'::regclass),
  "state" text not null default 'live'::text,
  "consent_type" text not null,
  "default_translation" jsonb not null,
  "translations" jsonb not null default '[]'::jsonb,
  "content_types" text[] not null default '{email}'::text[],
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((consent_type = ANY (ARRAY['opt_in'::text, 'opt_out'::text]))),
  CHECK ((state = ANY (ARRAY['live'::text, 'draft'::text, 'archived'::text])))
);

create table taggings (
  "workspace_id" text not null,
  "object_type" text not null,
  "object_id" text not null,
  "tag_id" bigint not null,
  "applied_at" bigint not null,
  "applied_by" bigint,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, object_type, object_id, tag_id),
  FOREIGN KEY (workspace_id, applied_by) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, tag_id) REFERENCES tags(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX taggings_tag_idx ON public.taggings USING btree (workspace_id, tag_id, object_type, object_id);

create table tags (
  "workspace_id" text not null,
  "id" bigint not null default nextval('tag_id_seq'::regclass),
  "name" text not null,
  "created_by" bigint,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX tags_name_key ON public.tags USING btree (workspace_id, lower(name));

create table team_members (
  "workspace_id" text not null,
  "team_id" bigint not null,
  "admin_id" bigint not null,
  "priority" text not null default 'primary'::text,
  "created_at" bigint not null,
  "last_turn" bigint not null default 0,
  PRIMARY KEY (workspace_id, team_id, admin_id),
  FOREIGN KEY (workspace_id, admin_id) REFERENCES admins(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id) ON DELETE CASCADE,
  CHECK ((priority = ANY (ARRAY['primary'::text, 'secondary'::text])))
);
CREATE INDEX team_members_admin_idx ON public.team_members USING btree (workspace_id, admin_id);

create table teams (
  "workspace_id" text not null,
  "id" bigint not null default nextval('admin_id_seq'::regclass),
  "name" text not null,
  "distribution_method" text not null default 'manual_assignment'::text,
  "assignment_limit" integer,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "office_hours_schedule_id" bigint,
  "office_hours_only" boolean not null default false,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, office_hours_schedule_id) REFERENCES office_hours_schedules(workspace_id, id) ON DELETE SET NULL (office_hours_schedule_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX teams_office_hours_schedule_idx ON public.teams USING btree (workspace_id, office_hours_schedule_id) WHERE (office_hours_schedule_id IS NOT NULL);

create table ticket_states (
  "workspace_id" text not null,
  "id" bigint not null default nextval('ticket_state_id_seq'::regclass),
  "category" text not null,
  "internal_label" text not null,
  "external_label" text not null,
  "archived" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "position" integer not null default 0,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((category = ANY (ARRAY['submitted'::text, 'in_progress'::text, 'waiting_on_customer'::text, 'resolved'::text])))
);

create table ticket_type_attributes (
  "workspace_id" text not null,
  "id" bigint not null default nextval('ticket_type_attribute_id_seq'::regclass),
  "ticket_type_id" bigint not null,
  "name" text not null,
  "description" text not null default ''::text,
  "data_type" text not null,
  "input_options" jsonb,
  "order" integer not null default 0,
  "required_to_create" boolean not null default false,
  "required_to_create_for_contacts" boolean not null default false,
  "visible_on_create" boolean not null default true,
  "visible_to_contacts" boolean not null default true,
  "default" boolean not null default false,
  "archived" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, ticket_type_id) REFERENCES ticket_types(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_type_attributes_type_idx ON public.ticket_type_attributes USING btree (workspace_id, ticket_type_id, "order");

create table ticket_type_states (
  "workspace_id" text not null,
  "ticket_type_id" bigint not null,
  "ticket_state_id" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, ticket_type_id, ticket_state_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, ticket_state_id) REFERENCES ticket_states(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, ticket_type_id) REFERENCES ticket_types(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_type_states_state_idx ON public.ticket_type_states USING btree (workspace_id, ticket_state_id);

create table ticket_types (
  "workspace_id" text not null,
  "id" bigint not null default nextval('ticket_type_id_seq'::regclass),
  "category" text not null default 'Customer'::text,
  "name" text not null,
  "description" text,
  "icon" text not null default '🎟️'::text,
  "is_internal" boolean not null default false,
  "archived" boolean not null default false,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((category = ANY (ARRAY['Customer'::text, 'Back-office'::text, 'Tracker'::text])))
);

create table tickets (
  "workspace_id" text not null,
  "id" bigint not null,
  "ticket_id" bigint not null default nextval('ticket_number_seq'::regclass),
  "ticket_type_id" bigint not null,
  "ticket_state_id" bigint not null,
  "previous_ticket_state_id" bigint,
  "category" text not null,
  "attributes" jsonb not null default '{}'::jsonb,
  "title" text,
  "description" text,
  "is_shared" boolean not null default false,
  "valid_from" bigint not null default history.now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, ticket_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, id) REFERENCES conversations(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, ticket_state_id) REFERENCES ticket_states(workspace_id, id),
  FOREIGN KEY (workspace_id, ticket_type_id) REFERENCES ticket_types(workspace_id, id),
  CHECK ((category = ANY (ARRAY['Customer'::text, 'Back-office'::text, 'Tracker'::text])))
);
CREATE INDEX tickets_attributes_idx ON public.tickets USING gin (attributes jsonb_path_ops);
CREATE INDEX tickets_state_idx ON public.tickets USING btree (workspace_id, ticket_state_id, id DESC);
CREATE INDEX tickets_title_idx ON public.tickets USING gin (title gin_trgm_ops);
CREATE INDEX tickets_type_idx ON public.tickets USING btree (workspace_id, ticket_type_id, id DESC);

create table webhook_attempts (
  "workspace_id" text not null,
  "delivery_id" bigint not null,
  "number" integer not null,
  "url" text not null,
  "started_at_ms" bigint not null,
  "duration_ms" integer not null,
  "signed_at" bigint not null,
  "hub_signature" text not null,
  "standard_signature" text not null,
  "status" integer,
  "response_headers" jsonb,
  "response_body" text,
  "error" text,
  PRIMARY KEY (workspace_id, delivery_id, number),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);

create table webhook_deliveries (
  "workspace_id" text not null,
  "id" bigint not null default nextval('webhook_delivery_id_seq'::regclass),
  "registration_id" bigint not null,
  "sequence" bigint,
  "event_id" bigint,
  "notification_id" text not null,
  "topic" text not null,
  "object_type" text,
  "object_id" text,
  "version" text not null,
  "happened_at" bigint not null,
  "ordered" boolean not null default false,
  "replay" boolean not null default false,
  "status" text not null default 'pending'::text,
  "reason" text,
  "attempts" integer not null default 0,
  "throttles" integer not null default 0,
  "first_sent_at" bigint,
  "due_at" bigint not null,
  "leased_until" bigint not null default 0,
  "created_at" bigint not null,
  "finished_at" bigint,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'dropped'::text])))
);
CREATE INDEX webhook_deliveries_age_idx ON public.webhook_deliveries USING brin (created_at);
CREATE INDEX webhook_deliveries_due_idx ON public.webhook_deliveries USING btree (registration_id, due_at, id) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX webhook_deliveries_event_key ON public.webhook_deliveries USING btree (workspace_id, registration_id, sequence) WHERE (NOT replay);
CREATE INDEX webhook_deliveries_log_idx ON public.webhook_deliveries USING btree (workspace_id, registration_id, id DESC);
CREATE INDEX webhook_deliveries_order_idx ON public.webhook_deliveries USING btree (workspace_id, registration_id, object_type, object_id, id) WHERE ((status = 'pending'::text) AND ordered);

create table webhook_endpoints (
  "registration_id" bigint not null,
  "state" text not null default 'live'::text,
  "errors" integer not null default 0,
  "errors_since" bigint,
  "failing_since" bigint,
  "paused_until" bigint,
  "throttled_until" bigint,
  "throttle_seconds" integer not null default 0,
  "changed_at" bigint not null,
  PRIMARY KEY (registration_id),
  FOREIGN KEY (registration_id) REFERENCES app_registrations(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['live'::text, 'disabled'::text, 'suspended'::text])))
);

create table webhook_items (
  "workspace_id" text not null,
  "sequence" bigint not null,
  "version" text not null,
  "item" text not null,
  "created_at" bigint not null,
  PRIMARY KEY (workspace_id, sequence, version),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE
);
CREATE INDEX webhook_items_age_idx ON public.webhook_items USING brin (created_at);

create table website_crawls (
  "workspace_id" text not null,
  "source_id" bigint not null,
  "state" text not null,
  "reason" text,
  "origin" text not null,
  "robots" text,
  "pause" bigint not null,
  "attempts" bigint not null default 0,
  "max_pages" bigint not null,
  "max_depth" bigint not null,
  "next_at" bigint,
  "started_at" bigint not null,
  "finished_at" bigint,
  PRIMARY KEY (workspace_id, source_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, source_id) REFERENCES content_import_sources(workspace_id, id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX website_crawls_next_idx ON public.website_crawls USING btree (next_at) WHERE (next_at IS NOT NULL);

create table whatsapp_messages (
  "workspace_id" text not null,
  "id" bigint not null default nextval('whatsapp_message_id_seq'::regclass),
  "whatsapp_message_id" text not null,
  "ruleset_id" text,
  "conversation_id" bigint,
  "contact_id" text,
  "template_name" text not null,
  "status" text not null default 'sent'::text,
  "error" jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id) ON DELETE SET NULL (contact_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id) ON DELETE SET NULL (conversation_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['sent'::text, 'delivered'::text, 'read'::text, 'failed'::text])))
);
CREATE INDEX whatsapp_messages_contact_idx ON public.whatsapp_messages USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX whatsapp_messages_conversation_idx ON public.whatsapp_messages USING btree (workspace_id, conversation_id) WHERE (conversation_id IS NOT NULL);
CREATE UNIQUE INDEX whatsapp_messages_key ON public.whatsapp_messages USING btree (workspace_id, whatsapp_message_id);
CREATE INDEX whatsapp_messages_ruleset_idx ON public.whatsapp_messages USING btree (workspace_id, ruleset_id, id DESC) WHERE (ruleset_id IS NOT NULL);

create table workflows (
  "workspace_id" text not null,
  "id" bigint not null default nextval('workflow_id_seq'::regclass),
  "title" text not null,
  "description" text,
  "trigger_type" text not null,
  "state" text not null default 'draft'::text,
  "target_channels" text[] not null default '{}'::text[],
  "preferred_devices" text[] not null default '{}'::text[],
  "targeting" jsonb,
  "snapshot" jsonb,
  "attributes" jsonb not null default '[]'::jsonb,
  "embedded_rules" jsonb not null default '[]'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['live'::text, 'draft'::text, 'paused'::text])))
);

create table workspaces (
  "id" text not null,
  "name" text not null,
  "timezone" text not null default 'UTC'::text,
  "region" text not null default 'EU'::text,
  "secure" boolean not null default true,
  "identity_verification" boolean not null default false,
  "settings" jsonb not null default '{}'::jsonb,
  "created_at" bigint not null,
  "updated_at" bigint not null,
  "history_from" bigint not null default 0,
  "history_days" integer,
  "sandbox" boolean not null default false,
  "clock_offset" bigint not null default 0,
  "clock_frozen_at" bigint,
  "sandbox_of" text,
  PRIMARY KEY (id),
  FOREIGN KEY (sandbox_of) REFERENCES workspaces(id) ON DELETE SET NULL,
  CHECK ((sandbox OR ((clock_offset = 0) AND (clock_frozen_at IS NULL)))),
  CHECK ((history_days > 0))
);
