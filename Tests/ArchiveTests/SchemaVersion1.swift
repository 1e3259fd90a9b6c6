/// A file as schema version 1 wrote it, with some rows. It must never change: it stands for the files that users
/// have. The next version gets one of its own.
let schemaVersion1WithRows = """
    CREATE TABLE drops (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        work         TEXT NOT NULL UNIQUE,
        name         TEXT NOT NULL,
        source       TEXT,
        received     INTEGER NOT NULL,
        finished     INTEGER NOT NULL,
        state        TEXT NOT NULL CHECK (state IN ('archived', 'duplicate', 'quarantined')),
        sha256       TEXT,
        size         INTEGER NOT NULL,
        duplicate_of INTEGER REFERENCES drops (id),
        reason       TEXT,
        detail       TEXT,
        sniffed      TEXT
    ) STRICT;
    CREATE UNIQUE INDEX drops_original ON drops (sha256) WHERE state = 'archived';
    CREATE INDEX drops_received ON drops (received, state, reason);
    CREATE INDEX drops_state ON drops (state);

    CREATE TABLE articles (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        drop_id      INTEGER NOT NULL REFERENCES drops (id),
        position     INTEGER NOT NULL,
        received     INTEGER NOT NULL,
        unscored     INTEGER NOT NULL,
        format       TEXT NOT NULL,
        charset      TEXT NOT NULL,
        replacements INTEGER NOT NULL,
        language     TEXT,
        author       TEXT,
        source       TEXT,
        url          TEXT,
        published    TEXT,
        provenance   TEXT NOT NULL,
        title        TEXT NOT NULL,
        text         TEXT NOT NULL,
        UNIQUE (drop_id, position)
    ) STRICT;
    CREATE INDEX articles_received ON articles (received);
    CREATE INDEX articles_unscored ON articles (received) WHERE unscored = 1;

    CREATE VIRTUAL TABLE article_words USING fts5 (
        title, text, content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
        INSERT INTO article_words (rowid, title, text) VALUES (new.id, new.title, new.text);
    END;
    CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN
        INSERT INTO article_words (article_words, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
    END;

    CREATE TABLE mentions (
        article_id   INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        position     INTEGER NOT NULL,
        entity       TEXT NOT NULL,
        field        TEXT NOT NULL,
        start        INTEGER NOT NULL,
        "end"        INTEGER NOT NULL,
        name_index   INTEGER NOT NULL,
        form         TEXT,
        negative     REAL,
        neutral      REAL,
        positive     REAL,
        model        TEXT,
        clause_start INTEGER,
        clause_end   INTEGER,
        evidence     TEXT,
        gate         TEXT,
        gate_detail  TEXT,
        PRIMARY KEY (article_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mentions_entity ON mentions (entity, article_id) WHERE gate IS NULL;

    CREATE TABLE alerts (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        raised       INTEGER NOT NULL,
        rule         TEXT NOT NULL,
        severity     TEXT NOT NULL,
        entity       TEXT NOT NULL,
        entity_name  TEXT NOT NULL,
        article_id   INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        mentions     INTEGER NOT NULL,
        score        REAL,
        negative     REAL,
        neutral      REAL,
        positive     REAL,
        scored       INTEGER,
        model        TEXT,
        "limit"      REAL,
        watchlist    INTEGER NOT NULL,
        dedupe_key   TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX alerts_raised ON alerts (raised);
    CREATE INDEX alerts_entity ON alerts (entity);
    CREATE INDEX alerts_article ON alerts (article_id);

    CREATE TABLE outbox (alert_id INTEGER PRIMARY KEY REFERENCES alerts (id) ON DELETE CASCADE) STRICT;

    CREATE TABLE last_raised (
        entity TEXT NOT NULL,
        rule   TEXT NOT NULL,
        raised INTEGER NOT NULL,
        PRIMARY KEY (entity, rule)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attempts (work TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE totals (
        archived    INTEGER NOT NULL DEFAULT 0,
        duplicates  INTEGER NOT NULL DEFAULT 0,
        quarantined INTEGER NOT NULL DEFAULT 0,
        articles    INTEGER NOT NULL DEFAULT 0,
        mentions    INTEGER NOT NULL DEFAULT 0,
        alerts      INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    INSERT INTO totals DEFAULT VALUES;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1');
    INSERT INTO drops (id, work, name, received, finished, state, sha256, size)
    VALUES (3, '01-a.txt', 'a.txt', 1772366400000, 1772366401000, 'archived', 'aa', 40);
    INSERT INTO articles (id, drop_id, position, received, unscored, format, charset, replacements, language, provenance,
        title, text)
    VALUES (4, 3, 0, 1772366400000, 0, 'plain', 'UTF-8', 0, 'en', 'title=first line', 'Bridge closed',
        'Marta failed to open the bridge.');
    INSERT INTO mentions VALUES (4, 0, 'marta-vel', 'text', 0, 5, 0, NULL, 0.75, 0.25, 0.0, 'lexicon-1', 0, 32,
        '6-12:-0.5', NULL, NULL);
    INSERT INTO alerts (id, raised, rule, severity, entity, entity_name, article_id, mentions, watchlist, dedupe_key)
    VALUES (9, 1772366401000, 'any', 'notice', 'marta-vel', 'Marta Vel', 4, 1, 1, 'any/aa/0/marta-vel');
    INSERT INTO outbox VALUES (9);
    INSERT INTO attempts VALUES ('02-b.txt', 2);
    UPDATE totals SET archived = 1, articles = 1, mentions = 1, alerts = 1;
    """
