-- Why a schedule is paused when it was no person who paused it.
ALTER TABLE schedule ADD COLUMN pause_reason TEXT
    CHECK (pause_reason IS NULL
        OR (status = 'PAUSED'
            AND pause_reason IN ('NOT_IN_CONFIG', 'SWITCHED_OFF', 'FAILURES', 'UNREADABLE')));
