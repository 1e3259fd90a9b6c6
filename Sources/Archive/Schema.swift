import GRDB

/// The tables, one migration for each version.
///
/// To change the schema: register a migration with the next number, never touch one that was released, and keep
/// a file of the version before as a fixture of the tests. Moments are milliseconds since 1970 UTC.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: version1) }
        migrator.registerMigration("2") { try $0.execute(sql: version2) }
        migrator.registerMigration("3") { try $0.execute(sql: version3) }
        return migrator
    }()

    private static let version1 = """
        -- One row for each file that is done with. Kept for good, as the files are.
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
        -- The same bytes are archived once.
        CREATE UNIQUE INDEX drops_original ON drops (sha256) WHERE state = 'archived';
        CREATE INDEX drops_received ON drops (received, state, reason);
        CREATE INDEX drops_state ON drops (state);

        CREATE TABLE articles (
            id           INTEGER PRIMARY KEY AUTOINCREMENT,
            drop_id      INTEGER NOT NULL REFERENCES drops (id),
            position     INTEGER NOT NULL,
            received     INTEGER NOT NULL,
            -- 1: it has mentions, and none of them could be scored.
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

        -- Words of titles and texts; the texts themselves stand in articles alone.
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

        -- Mentions, and spans that a context rule refused (those have a gate). The surface is the article's text.
        CREATE TABLE mentions (
            article_id   INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            position     INTEGER NOT NULL,
            entity       TEXT NOT NULL,
            field        TEXT NOT NULL,
            start        INTEGER NOT NULL,
            "end"        INTEGER NOT NULL,
            name_index   INTEGER NOT NULL,
            form         TEXT,
            -- The tone: all of these or, where there is none, NULL.
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
            -- The tone: all of these or, where there is none, NULL.
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

        -- Alerts not yet delivered.
        CREATE TABLE outbox (alert_id INTEGER PRIMARY KEY REFERENCES alerts (id) ON DELETE CASCADE) STRICT;

        -- When a rule last raised an alert for an entity; outlives the alert.
        CREATE TABLE last_raised (
            entity TEXT NOT NULL,
            rule   TEXT NOT NULL,
            raised INTEGER NOT NULL,
            PRIMARY KEY (entity, rule)
        ) STRICT, WITHOUT ROWID;

        -- How often a file in work/ was given to a worker.
        CREATE TABLE attempts (work TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        -- One row: how many rows there are. Counting them takes seconds in a large archive.
        CREATE TABLE totals (
            archived    INTEGER NOT NULL DEFAULT 0,
            duplicates  INTEGER NOT NULL DEFAULT 0,
            quarantined INTEGER NOT NULL DEFAULT 0,
            articles    INTEGER NOT NULL DEFAULT 0,
            mentions    INTEGER NOT NULL DEFAULT 0,
            alerts      INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        INSERT INTO totals DEFAULT VALUES;
        """
    private static let version2 = """
        -- When the last file of each source was received; the folder in/ itself is ''. A source that falls silent is
        -- seen by it however large the archive is.
        CREATE TABLE sources (name TEXT PRIMARY KEY, last_received INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO sources SELECT coalesce(source, ''), max(received) FROM drops GROUP BY 1;
        """
    private static let version3 = """
        -- clause_start and clause_end hold the passage that the tone model read. quoted: the mention stands in quotes.
        ALTER TABLE mentions ADD COLUMN quoted INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE mentions ADD COLUMN model_f1 REAL;
        -- The interval of the score, and how many of the mentions were quoted and their mean; NULL in older alerts.
        ALTER TABLE alerts ADD COLUMN low REAL;
        ALTER TABLE alerts ADD COLUMN high REAL;
        ALTER TABLE alerts ADD COLUMN quoted INTEGER;
        ALTER TABLE alerts ADD COLUMN quoted_score REAL;
        ALTER TABLE alerts ADD COLUMN model_f1 REAL;

        -- Entities as they were defined when an article raised an alert, so that it can be matched again: JSON.
        CREATE TABLE definitions (id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE article_definitions (
            article_id    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            definition_id INTEGER NOT NULL REFERENCES definitions (id),
            PRIMARY KEY (article_id, definition_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_definitions_of ON article_definitions (definition_id);
        """
}
