-- What customers make of news: who saw an item, and how they felt about it.
create table news_views (
  workspace_id text not null references workspaces (id) on delete cascade,
  news_item_id bigint not null,
  contact_id text not null,
  seen_at bigint not null,
  reaction text,
  reacted_at bigint,
  primary key (workspace_id, news_item_id, contact_id),
  foreign key (workspace_id, news_item_id) references news_items (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index news_views_contact_idx on news_views (workspace_id, contact_id);

-- Whom an item is for, everybody where it names no audience, and when a draft goes live by itself.
alter table news_items
  add column audience_id bigint,
  add column scheduled_at bigint,
  add foreign key (workspace_id, audience_id) references audiences (workspace_id, id) on delete set null (audience_id);
create index news_items_scheduled_idx on news_items (scheduled_at) where scheduled_at is not null;
create index news_items_audience_idx on news_items (workspace_id, audience_id) where audience_id is not null;

-- A banner is shown from the moment it is started until it is stopped.
alter table banners
  drop constraint banners_state_check,
  add constraint banners_state_check check (state in ('draft', 'live', 'stopped')),
  add column started_at bigint,
  add column stopped_at bigint;
update banners set started_at = created_at where state = 'live';
create index banners_live_idx on banners (workspace_id) where state = 'live';

alter table banner_views
  add column clicked_at bigint,
  add column reaction text;

-- What happened to a banner on each day of the workspace, such as 2026-11-25.
create table banner_days (
  workspace_id text not null references workspaces (id) on delete cascade,
  banner_id bigint not null,
  day text not null,
  impressions bigint not null default 0,
  dismissals bigint not null default 0,
  clicks bigint not null default 0,
  primary key (workspace_id, banner_id, day),
  foreign key (workspace_id, banner_id) references banners (workspace_id, id) on delete cascade
);
