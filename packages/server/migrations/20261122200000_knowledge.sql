create sequence help_center_id_seq;
create table help_centers (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('help_center_id_seq'),
  -- What its address ends with.
  identifier text not null,
  display_name text not null,
  website_turned_on boolean not null default true,
  custom_domain text,
  is_default boolean not null default false,
  default_locale text not null default 'en',
  -- Every language it has content in, the default among them.
  locales text[] not null default '{en}',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
create unique index help_centers_default_key on help_centers (workspace_id) where is_default;

create sequence collection_id_seq;
create table collections (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('collection_id_seq'),
  help_center_id bigint not null,
  parent_id bigint,
  icon text not null default 'book-bookmark',
  -- Among those with the same parent, from 1.
  position integer not null,
  -- {"en": {"name", "description"}, ...}; the default language of the help center is always there.
  contents jsonb not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, help_center_id) references help_centers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, parent_id) references collections (workspace_id, id) on delete cascade
);
create index collections_help_center_idx on collections (workspace_id, help_center_id);
create index collections_parent_idx on collections (workspace_id, parent_id);
create index collections_updated_idx on collections (workspace_id, updated_at desc, id desc);

create sequence audience_id_seq;
create table audiences (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('audience_id_seq'),
  name text not null,
  -- [{attribute, type, comparison, value}], all of which must hold.
  predicates jsonb not null default '[]',
  role_predicates jsonb not null default '[]',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

-- Which content is for which audience; content that is for none in particular is for everybody.
create table content_audiences (
  workspace_id text not null references workspaces (id) on delete cascade,
  content_type text not null check (content_type in ('article_content', 'internal_article', 'content_snippet', 'external_content', 'content_import_source')),
  content_id bigint not null,
  audience_id bigint not null,
  primary key (workspace_id, content_type, content_id, audience_id),
  foreign key (workspace_id, audience_id) references audiences (workspace_id, id) on delete cascade
);
create index content_audiences_audience_idx on content_audiences (workspace_id, audience_id);

create sequence folder_id_seq;
create table folders (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('folder_id_seq'),
  parent_folder_id bigint,
  name text not null,
  description text,
  emoji text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, parent_folder_id) references folders (workspace_id, id) on delete cascade
);
create index folders_parent_idx on folders (workspace_id, parent_folder_id);

create sequence article_id_seq;
create table articles (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('article_id_seq'),
  folder_id bigint,
  -- At most one of the two.
  scheduled_publish_at bigint,
  scheduled_unpublish_at bigint,
  views bigint not null default 0,
  conversations bigint not null default 0,
  happy_reactions bigint not null default 0,
  neutral_reactions bigint not null default 0,
  sad_reactions bigint not null default 0,
  fin_involvements bigint not null default 0,
  fin_resolutions bigint not null default 0,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  check (num_nonnulls(scheduled_publish_at, scheduled_unpublish_at) < 2),
  foreign key (workspace_id, folder_id) references folders (workspace_id, id)
);
create index articles_updated_idx on articles (workspace_id, updated_at desc, id desc);
create index articles_folder_idx on articles (workspace_id, folder_id) where folder_id is not null;
create index articles_publish_due_idx on articles (scheduled_publish_at) where scheduled_publish_at is not null;
create index articles_unpublish_due_idx on articles (scheduled_unpublish_at) where scheduled_unpublish_at is not null;

create table article_parents (
  workspace_id text not null references workspaces (id) on delete cascade,
  article_id bigint not null,
  collection_id bigint not null,
  -- The order the article names its parents in, from 1.
  position integer not null,
  primary key (workspace_id, article_id, collection_id),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade,
  foreign key (workspace_id, collection_id) references collections (workspace_id, id) on delete cascade
);
create index article_parents_collection_idx on article_parents (workspace_id, collection_id);

create sequence article_content_id_seq;
-- An article in one language.
create table article_contents (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('article_content_id_seq'),
  article_id bigint not null,
  locale text not null,
  state text not null check (state in ('published', 'draft')),
  -- The text readers see, or would see once it is published.
  version_id bigint not null,
  -- Changes to a published text that wait to be published.
  draft_version_id bigint,
  first_published_at bigint,
  ai_chatbot_availability boolean not null,
  ai_copilot_availability boolean not null,
  ai_sales_agent_availability boolean not null,
  created_by bigint,
  updated_by bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, article_id, locale),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade
);

create sequence article_version_id_seq;
-- Every text an article has had, in one language each.
create table article_versions (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('article_version_id_seq'),
  article_id bigint not null,
  locale text not null,
  title text not null,
  description text not null,
  body text not null,
  body_markdown text not null,
  author_id bigint not null,
  created_by bigint,
  created_via text not null,
  from_version_id bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade,
  foreign key (workspace_id, author_id) references admins (workspace_id, id)
);
create index article_versions_article_idx on article_versions (workspace_id, article_id, id desc);

create sequence help_center_redirect_id_seq;
create table help_center_redirects (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('help_center_redirect_id_seq'),
  help_center_id bigint not null,
  -- What follows the address of the help center.
  path text not null,
  locale text not null,
  article_id bigint,
  collection_id bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, help_center_id, path),
  check (num_nonnulls(article_id, collection_id) = 1),
  foreign key (workspace_id, help_center_id) references help_centers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade,
  foreign key (workspace_id, collection_id) references collections (workspace_id, id) on delete cascade
);
create index help_center_redirects_article_idx on help_center_redirects (workspace_id, article_id);
create index help_center_redirects_collection_idx on help_center_redirects (workspace_id, collection_id);

create sequence internal_article_id_seq;
create table internal_articles (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('internal_article_id_seq'),
  folder_id bigint,
  locale text not null default 'en',
  title text not null,
  body text not null,
  body_markdown text not null,
  author_id bigint not null,
  owner_id bigint not null,
  ai_chatbot_availability boolean not null default false,
  ai_copilot_availability boolean not null default false,
  ai_sales_agent_availability boolean not null default false,
  created_by bigint,
  updated_by bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, folder_id) references folders (workspace_id, id),
  foreign key (workspace_id, author_id) references admins (workspace_id, id),
  foreign key (workspace_id, owner_id) references admins (workspace_id, id)
);
create index internal_articles_updated_idx on internal_articles (workspace_id, updated_at desc, id desc);
create index internal_articles_folder_idx on internal_articles (workspace_id, folder_id) where folder_id is not null;

create sequence content_snippet_id_seq;
create table content_snippets (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('content_snippet_id_seq'),
  locale text not null,
  title text not null,
  json_blocks jsonb not null,
  body_markdown text not null,
  ai_chatbot_availability boolean not null default false,
  ai_copilot_availability boolean not null default false,
  ai_sales_agent_availability boolean not null default false,
  created_by bigint,
  updated_by bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
create index content_snippets_updated_idx on content_snippets (workspace_id, updated_at desc, id desc);

create sequence content_import_source_id_seq;
create table content_import_sources (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('content_import_source_id_seq'),
  sync_behavior text not null check (sync_behavior in ('api', 'automatic', 'manual')),
  status text not null check (status in ('active', 'deactivated')),
  url text not null,
  last_synced_at bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence external_page_id_seq;
create table external_pages (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('external_page_id_seq'),
  source_id bigint not null,
  external_id text not null,
  locale text not null default 'en',
  title text not null,
  html text not null,
  url text not null,
  ai_chatbot_availability boolean not null default false,
  ai_copilot_availability boolean not null default false,
  ai_sales_agent_availability boolean not null default false,
  created_by bigint,
  updated_by bigint,
  last_ingested_at bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, source_id, external_id),
  foreign key (workspace_id, source_id) references content_import_sources (workspace_id, id) on delete cascade
);
create index external_pages_updated_idx on external_pages (workspace_id, updated_at desc, id desc);

-- The words of everything that can be found by its words, a row per language of it. Kept by whoever writes the content.
create table content_words (
  workspace_id text not null references workspaces (id) on delete cascade,
  content_type text not null check (content_type in ('article_content', 'internal_article', 'content_snippet', 'external_content')),
  content_id bigint not null,
  -- The article, for the content of one.
  article_id bigint,
  -- The configuration the words were read with, such as 'french'.
  language text not null,
  -- Title, description and headings: what a misspelt search is compared with.
  heading text not null,
  words tsvector not null,
  primary key (workspace_id, content_type, content_id)
);
create index content_words_words_idx on content_words using gin (workspace_id, words);
create index content_words_heading_idx on content_words using gin (workspace_id, heading gin_trgm_ops);
create index content_words_article_idx on content_words (workspace_id, article_id) where article_id is not null;

create sequence newsfeed_id_seq;
create table newsfeeds (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('newsfeed_id_seq'),
  name text not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence news_item_id_seq;
create table news_items (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('news_item_id_seq'),
  title text not null,
  body text not null,
  sender_id bigint not null,
  state text not null check (state in ('draft', 'live')),
  labels text[] not null default '{}',
  cover_image_url text,
  -- [emoji or null, ...]
  reactions jsonb not null default '[]',
  deliver_silently boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, sender_id) references admins (workspace_id, id)
);
create index news_items_updated_idx on news_items (workspace_id, updated_at desc, id desc);

create table newsfeed_assignments (
  workspace_id text not null references workspaces (id) on delete cascade,
  newsfeed_id bigint not null,
  news_item_id bigint not null,
  published_at bigint not null,
  primary key (workspace_id, newsfeed_id, news_item_id),
  foreign key (workspace_id, newsfeed_id) references newsfeeds (workspace_id, id) on delete cascade,
  foreign key (workspace_id, news_item_id) references news_items (workspace_id, id) on delete cascade
);
create index newsfeed_assignments_item_idx on newsfeed_assignments (workspace_id, news_item_id);
create index newsfeed_assignments_feed_idx on newsfeed_assignments (workspace_id, newsfeed_id, published_at desc, news_item_id desc);

create sequence banner_id_seq;
create table banners (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('banner_id_seq'),
  state text not null check (state in ('draft', 'live')),
  title text,
  body text,
  style text not null default 'inline',
  position text not null default 'top',
  show_dismiss_button boolean not null default true,
  action jsonb,
  -- Whom it is for; nobody in particular means everybody.
  audience_id bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, audience_id) references audiences (workspace_id, id) on delete cascade
);
create index banners_audience_idx on banners (workspace_id, audience_id);

create sequence banner_view_id_seq;
-- What a contact has been shown of a banner.
create table banner_views (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('banner_view_id_seq'),
  banner_id bigint not null,
  contact_id text not null,
  impressions integer not null default 1,
  last_shown_at bigint not null,
  dismissed_at bigint,
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, contact_id, banner_id),
  foreign key (workspace_id, banner_id) references banners (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index banner_views_banner_idx on banner_views (workspace_id, banner_id);
