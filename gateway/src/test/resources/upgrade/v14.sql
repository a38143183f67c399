-- A database of schema version 14, as the program of that time left it at noon (UTC) of 14
-- January 2026: a reminder names the message it came as. This is history and never changes, whatever
-- becomes of the schema. A new version gets a file of its own.

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000001', 1, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"at","at":"2026-01-14T13:00:00Z","zone":"Europe/Berlin"}', '{"type":"message","text":"Feed the cat"}', '{"missed":{"mode":"RUN_ONCE","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768395600000, NULL, NULL, 1768395600000, NULL, 0, 0, 'turn-1/1', 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000002', 2, 'build', 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"every","interval":"PT1H","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":null}', '{"type":"task","text":"look at the build"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":2,"delay":"PT10S","maxDelay":"PT1M"},"session":{"kind":"FRESH","includeHistory":false},"notifyMode":"ON_FAILURE","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768395600000, NULL, NULL, 1768395600000, 1768392000000, 1, 0, NULL, 1768388400000, 2, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000003', 3, 'standup', 'web', 'kitchen', NULL, 'main', 'CONFIG', 'standup', '{"type":"cron","expression":"30 9 * * MON-FRI","zone":"Europe/Berlin"}', '{"type":"message","text":"Stand-up, \"now\"; Grüße 🌍"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768465800000, NULL, NULL, 1768465800000, NULL, 0, 0, 'config:standup', 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000004', 4, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"window","days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],"from":"09:00","to":"17:00","every":"PT2H","zone":"Europe/Berlin"}', '{"type":"heartbeat"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768399200000, NULL, NULL, 1768399200000, NULL, 0, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000005', 5, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"at","at":"2026-01-14T11:50:00Z","zone":"Europe/Berlin"}', '{"type":"message","text":"was due while nobody fired it"}', '{"missed":{"mode":"RUN_ONCE","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768391400000, NULL, NULL, 1768391400000, NULL, 0, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000006', 6, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"every","interval":"PT10M","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":null}', '{"type":"message","text":"drink"}', '{"missed":{"mode":"RUN_ALL","max":3,"within":"PT2H"},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768392600000, NULL, NULL, 1768392600000, 1768392000000, 6, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told, pause_reason)
VALUES ('019bbc29-9380-7000-8000-000000000007', 7, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"every","interval":"PT1H","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":null}', '{"type":"message","text":"rests"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'PAUSED', 1768392000000, NULL, NULL, NULL, NULL, 0, 0, NULL, 1768388400000, 1, NULL, NULL, 'FAILURES');

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000008', 8, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"every","interval":"PT1H","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":null}', '{"type":"message","text":"rests until two"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'PAUSED', 1768392000000, NULL, 1768399200000, 1768399200000, NULL, 0, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000009', 9, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"at","at":"2026-01-14T11:30:00Z","zone":"Europe/Berlin"}', '{"type":"message","text":"put off"}', '{"missed":{"mode":"RUN_ONCE","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', NULL, 1768396800000, NULL, 1768396800000, 1768390200000, 1, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-00000000000a', 10, NULL, 'web', 'kitchen', NULL, 'main', 'AGENT', 'main', '{"type":"every","interval":"PT1H","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":null}', '{"type":"message","text":"of the agent"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":3,"expiresAt":"2026-01-20T00:00:00Z","jitter":"PT42S"}', 'ACTIVE', 1768395600000, NULL, NULL, 1768395642000, 1768392042000, 1, 0, NULL, 1768388400000, 1, 1768867200000, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-00000000000b', 1, NULL, 'slack-acme', 'C1', '1700.5', 'main', 'API', 'program', '{"type":"cron","expression":"0 18 * * *","zone":"Europe/Berlin"}', '{"type":"message","text":"in a thread"}', '{"missed":{"mode":"RUN_ONCE","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768410000000, NULL, NULL, 1768410000000, NULL, 0, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-00000000000c', 12, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"at","at":"2026-01-14T11:10:00Z","zone":"Europe/Berlin"}', '{"type":"message","text":"is over"}', '{"missed":{"mode":"RUN_ONCE","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'FINISHED', NULL, NULL, NULL, NULL, 1768389000000, 1, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-00000000000d', 13, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"every","interval":"PT1H","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":null}', '{"type":"message","text":"was cancelled"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'CANCELLED', NULL, NULL, NULL, NULL, 1768392000000, 1, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-00000000000e', 14, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"every","interval":"PT1H","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":null}', '{"type":"task","text":"wait your turn"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"QUEUE","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768395600000, NULL, NULL, 1768395600000, 1768392000000, 1, 2, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-00000000000f', 15, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"every","interval":"PT336H","anchor":"2026-01-14T11:00:00Z","zone":"Europe/Berlin","at":"16:00"}', '{"type":"message","text":"every other week"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768402800000, NULL, NULL, 1768402800000, NULL, 0, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO schedule (id, number, name, gateway, chat, thread, agent, owner_kind, owner_id, trigger_json, payload_json, policies_json, status, next_due_at, snoozed_until, paused_until, wake_at, last_run_at, run_count, consecutive_failures, creation_key, created_at, version, expires_at, expiry_told)
VALUES ('019bbc29-9380-7000-8000-000000000010', 16, NULL, 'web', 'kitchen', NULL, 'main', 'PERSON', 'anna', '{"type":"within","inner":{"type":"cron","expression":"0 * * * *","zone":"Europe/Berlin"},"hours":{"days":[],"from":"09:00","to":"15:00"}}', '{"type":"message","text":"within hours"}', '{"missed":{"mode":"SKIP","max":10,"within":null},"overlap":"SKIP","retry":{"maxRetries":3,"delay":"PT1S","maxDelay":"PT30S"},"session":{"kind":"CHAT","includeHistory":true},"notifyMode":"ALWAYS","maxRuns":null,"expiresAt":null,"jitter":"PT0S"}', 'ACTIVE', 1768395600000, NULL, NULL, 1768395600000, NULL, 0, 0, NULL, 1768388400000, 1, NULL, NULL);

INSERT INTO run (id, schedule_id, due_at, cause, status, reason, attempts, fired_at, started_at, ended_at, output, error, delivery, platform_message_id, input_tokens, output_tokens, cost_micros)
VALUES ('019bbc60-8200-7000-8000-0000000003e9', '019bbc29-9380-7000-8000-000000000002', 1768392000000, 'TRIGGER', 'SUCCEEDED', 'notify is ON_FAILURE', 2, 1768392000000, 1768392000001, 1768392000005, 'all green', NULL, 'NONE', NULL, 120, 30, 4500);

INSERT INTO run (id, schedule_id, due_at, cause, status, reason, attempts, fired_at, started_at, ended_at, output, error, delivery, platform_message_id, input_tokens, output_tokens, cost_micros)
VALUES ('019bbc60-8200-7000-8000-0000000003ea', '019bbc29-9380-7000-8000-000000000006', 1768392000000, 'TRIGGER', 'SUCCEEDED', NULL, 1, 1768392000000, 1768392000001, 1768392000005, 'drink', NULL, 'DELIVERED', 'm1', 0, 0, 0);

INSERT INTO run (id, schedule_id, due_at, cause, status, reason, attempts, fired_at, started_at, ended_at, output, error, delivery, platform_message_id, input_tokens, output_tokens, cost_micros)
VALUES ('019bbc45-0ac0-7000-8000-0000000003eb', '019bbc29-9380-7000-8000-000000000009', 1768390200000, 'TRIGGER', 'SUCCEEDED', NULL, 1, 1768390200000, 1768390200001, 1768390200005, 'put off', NULL, 'DELIVERED', 'm1', 0, 0, 0);

INSERT INTO run (id, schedule_id, due_at, cause, status, reason, attempts, fired_at, started_at, ended_at, output, error, delivery, platform_message_id, input_tokens, output_tokens, cost_micros)
VALUES ('019bbc60-8200-7000-8000-0000000003ec', '019bbc29-9380-7000-8000-00000000000a', 1768392000000, 'TRIGGER', 'SUCCEEDED', NULL, 1, 1768392000000, 1768392000001, 1768392000005, 'of the agent', NULL, 'DELIVERED', 'm1', 0, 0, 0);

INSERT INTO run (id, schedule_id, due_at, cause, status, reason, attempts, fired_at, started_at, ended_at, output, error, delivery, platform_message_id, input_tokens, output_tokens, cost_micros)
VALUES ('019bbc32-bb40-7000-8000-0000000003ed', '019bbc29-9380-7000-8000-00000000000c', 1768389000000, 'TRIGGER', 'SUCCEEDED', NULL, 1, 1768389000000, 1768389000001, 1768389000005, 'is over', 'chat not found', 'FAILED', NULL, 0, 0, 0);

INSERT INTO run (id, schedule_id, due_at, cause, status, reason, attempts, fired_at, started_at, ended_at, output, error, delivery, platform_message_id, input_tokens, output_tokens, cost_micros)
VALUES ('019bbc60-8200-7000-8000-0000000003ee', '019bbc29-9380-7000-8000-00000000000d', 1768392000000, 'TRIGGER', 'SKIPPED', 'missed', 0, 1768392000000, NULL, 1768392000005, NULL, NULL, 'NONE', NULL, 0, 0, 0);

INSERT INTO run (id, schedule_id, due_at, cause, status, reason, attempts, fired_at, started_at, ended_at, output, error, delivery, platform_message_id, input_tokens, output_tokens, cost_micros)
VALUES ('019bbc60-8200-7000-8000-0000000003ef', '019bbc29-9380-7000-8000-00000000000e', 1768392000000, 'TRIGGER', 'RUNNING', NULL, 1, 1768392000000, 1768392000001, NULL, NULL, NULL, 'NONE', NULL, 0, 0, 0);

INSERT INTO call_answer (call_key, answer, at)
VALUES ('turn-1/1', '{"id":"019bbc29-9380-7000-8000-000000000001","number":1}', 1768388400000);

INSERT INTO inbox (id, lane, gateway, chat, thread, agent, side, kind, sender_id, sender_name, text, message_id, run_id, late_by, attempts, not_before, received_at)
VALUES ('019bbc60-8200-7000-8000-0000000007d1', 'lane:web/kitchen#main', 'web', 'kitchen', NULL, 'main', NULL, 'TASK', NULL, NULL, 'wait your turn', NULL, '019bbc60-8200-7000-8000-0000000003ef', 0, 1, 1768392000000, 1768392000000);

INSERT INTO inbox (id, lane, gateway, chat, thread, agent, side, kind, sender_id, sender_name, text, message_id, run_id, late_by, attempts, not_before, received_at)
VALUES ('019bbc60-8200-7000-8000-0000000007d2', 'lane:web/kitchen#main', 'web', 'kitchen', NULL, 'main', NULL, 'SAID', 'anna', 'Anna', 'are you there?', NULL, NULL, 0, 0, 1768392000000, 1768392000000);

INSERT INTO queue (queue_key, kind, ready_at, holder, held_until, epoch)
VALUES ('lane:web/kitchen#main', 'agent:main', 1768392000000, 'process-1', 1768392020000, 7);

INSERT INTO queue (queue_key, kind, ready_at, holder, held_until, epoch)
VALUES ('outlet:web/kitchen', 'gateway:web', 1768392000000, NULL, 0, 3);

INSERT INTO received (event_key, received_at, item_id)
VALUES ('web/event-1', 1768392000000, '019bbc60-8200-7000-8000-0000000007d2');

INSERT INTO transcript (id, lane, role, origin, sender, text, at, schedule_id, run_id)
VALUES ('019bbc29-9380-7000-8000-000000000bb8', 'lane:web/kitchen#main', 'USER', 'CHAT', 'Anna', 'before the reset', 1768388400000, NULL, NULL);

INSERT INTO session (lane, start_id, started_at)
VALUES ('lane:web/kitchen#main', '019bbc3b-e300-7000-8000-000000000bb9', 1768389600000);

INSERT INTO transcript (id, lane, role, origin, sender, text, at, schedule_id, run_id)
VALUES ('019bbc3c-cd60-7000-8000-000000000bba', 'lane:web/kitchen#main', 'USER', 'CHAT', 'Anna', 'hello', 1768389660000, NULL, NULL);

INSERT INTO transcript (id, lane, role, origin, sender, text, at, schedule_id, run_id)
VALUES ('019bbc3d-b7c0-7000-8000-000000000bbb', 'lane:web/kitchen#main', 'AGENT', 'CHAT', NULL, 'Hello, Anna.', 1768389720000, NULL, NULL);

INSERT INTO transcript (id, lane, role, origin, sender, text, at, schedule_id, run_id)
VALUES ('019bbc60-8200-7000-8000-000000000bbc', 'lane:web/kitchen#main', 'AGENT', 'SCHEDULE', NULL, 'drink', 1768392000000, '019bbc29-9380-7000-8000-000000000006', '019bbc60-8200-7000-8000-0000000003ea');

INSERT INTO outbox (id, outlet, gateway, chat, thread, message, run_id, status, attempts, parts_sent, in_doubt, error, created_at)
VALUES ('019bbc60-8200-7000-8000-000000000fa1', 'outlet:web/kitchen', 'web', 'kitchen', NULL, '{"text":"drink","origin":"SCHEDULE","tag":{"scheduleId":"019bbc29-9380-7000-8000-000000000006","runId":"019bbc60-8200-7000-8000-0000000003ea","number":6,"name":null,"when":"every 10 minutes","instruction":"drink","due":{"words":"Wed 14 Jan 2026, 13:00 (Europe/Berlin, +01:00)","expectedAt":1768392000000}},"cards":[],"buttons":[{"label":"Done","code":"done:019bbc60-8200-7000-8000-0000000003ea"}],"edits":null}', '019bbc60-8200-7000-8000-0000000003ea', 'PENDING', 1, 0, 1, NULL, 1768392000000);

INSERT INTO outbox (id, outlet, gateway, chat, thread, message, run_id, status, attempts, parts_sent, in_doubt, error, created_at)
VALUES ('019bbc60-8200-7000-8000-000000000fa2', 'outlet:web/kitchen', 'web', 'kitchen', NULL, '{"text":"Made.","origin":"CHAT","tag":null,"cards":[{"schedule":{"value":"019bbc29-9380-7000-8000-000000000001"},"number":1,"name":null,"kind":"message","text":"Feed the cat","when":"once","next":["Wed 14 Jan 2026, 14:00 (Europe/Berlin, +01:00)"],"zone":"Europe/Berlin","owner":"anna","status":"ACTIVE"}],"buttons":[],"edits":null}', NULL, 'PENDING', 0, 0, 0, NULL, 1768392000000);

INSERT INTO known_zone (scope, zone, told)
VALUES ('person:web/anna', 'Asia/Tokyo', 'PERSON');

INSERT INTO web_message (id, chat, role, origin, sender, text, at, schedule_id, run_id, extras, outcome, changed_at)
VALUES ('019bbc3c-cd60-7000-8000-000000001389', 'kitchen', 'USER', 'CHAT', 'Anna', 'hello', 1768389660000, NULL, NULL, '{"tag":null,"cards":[],"buttons":[]}', NULL, 1768389660000);

INSERT INTO web_message (id, chat, role, origin, sender, text, at, schedule_id, run_id, extras, outcome, changed_at)
VALUES ('019bbc45-0ac0-7000-8000-00000000138a', 'kitchen', 'AGENT', 'SCHEDULE', NULL, 'put off', 1768390200000, '019bbc29-9380-7000-8000-000000000009', '019bbc45-0ac0-7000-8000-0000000003eb', '{"tag":{"scheduleId":"019bbc29-9380-7000-8000-000000000006","runId":"019bbc60-8200-7000-8000-0000000003ea","number":6,"name":null,"when":"every 10 minutes","instruction":"drink","due":{"words":"Wed 14 Jan 2026, 13:00 (Europe/Berlin, +01:00)","expectedAt":1768392000000}},"cards":[{"schedule":{"value":"019bbc29-9380-7000-8000-000000000001"},"number":1,"name":null,"kind":"message","text":"Feed the cat","when":"once","next":["Wed 14 Jan 2026, 14:00 (Europe/Berlin, +01:00)"],"zone":"Europe/Berlin","owner":"anna","status":"ACTIVE"}],"buttons":[{"label":"Done","code":"done:019bbc60-8200-7000-8000-0000000003ea"}]}', 'Done by Anna.', 1768390260000);

INSERT INTO spent (spent_key, turns, tokens, cost_micros, told)
VALUES ('2026-01-14/main', 2, 150, 4500, 0);

INSERT INTO unread (chat, deliveries, told)
VALUES ('web/kitchen', 3, 0);

INSERT INTO telegram_bot (bot, next_update, menu) VALUES ('123', 4711, NULL);

INSERT INTO telegram_moved (bot, chat, moved) VALUES ('123', '-5', '-1005');

INSERT INTO overheard (id, place, sender_name, text, at) VALUES ('019bbc29-9380-7000-8000-0000000000f1', 'slack-acme/C1/1700.5', 'Ben', 'lunch?', 1768391000000);

INSERT INTO live_answer (destination, gateway, turn, message_id, closed, at) VALUES ('slack-acme/C1/1700.5', 'slack-acme', 'turn-7', '1700.9', 0, 1768391000000);

INSERT INTO slack_thread (gateway, channel, thread, at) VALUES ('slack-acme', 'C1', '1700.5', 1768391000000);

INSERT INTO discord_application (application, commands) VALUES ('4711', 'hash');

INSERT INTO discord_channel (gateway, channel, parent, guild, last_message) VALUES ('discord', '80351', NULL, '41771', 1768391);

INSERT INTO pairing (gateway, user_id, user_name, chat, thread, code, asked_at, told_at, approved_at, approved_by) VALUES ('telegram', '777', 'Anna', '777', NULL, 'K7QX2M', 1768390000000, 1768390000000, 1768390500000, 'api');

INSERT INTO zone_asked (person, asked_at) VALUES ('telegram/777', 1768391000000);
